package org.kamsuite.local.deploy;

import java.util.stream.Stream;

/// Whatever no policy allows is denied, and no policy allows everything.
final class NothingReachable implements Rule {

    @Override
    public Stream<String> findings(Manifests manifests) {
        return Stream.concat(
                denial(manifests), manifests.of("NetworkPolicy").flatMap(NothingReachable::policy));
    }

    private static Stream<String> denial(Manifests manifests) {
        var denied =
                manifests
                        .of("NetworkPolicy")
                        .anyMatch(policy ->
                                policy.at("/spec/podSelector").isEmpty()
                                        && Manifest.values(policy.at("/spec/policyTypes")).size()
                                                == 2);
        return denied ? Stream.empty() : Stream.of("No policy denies what no other allows");
    }

    private static Stream<String> policy(Manifest policy) {
        var ingress = Manifest.each(policy.at("/spec/ingress"));
        var egress = Manifest.each(policy.at("/spec/egress"));
        return new Findings(policy)
                        .unless(
                                ingress.allMatch(rule ->
                                        !rule.path("from").isEmpty()
                                                && !rule.path("ports").isEmpty()),
                                "lets in whoever comes")
                        .unless(
                                egress.allMatch(rule ->
                                        !rule.path("to").isEmpty()
                                                || !rule.path("ports").isEmpty()),
                                "lets out to everywhere")
                        .stream();
    }
}
