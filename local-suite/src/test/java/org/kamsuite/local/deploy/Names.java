package org.kamsuite.local.deploy;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Names and labels are such as Kubernetes takes, and no name is given twice.
final class Names implements Rule {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern SUBDOMAIN = Pattern.compile("[a-z0-9]([-.a-z0-9]*[a-z0-9])?");
    private static final Pattern VALUE =
            Pattern.compile("|[A-Za-z0-9]([-._A-Za-z0-9]{0,61}[A-Za-z0-9])?");
    private static final Set<String> PLAIN = Set.of("Namespace", "Service", "Cluster", "Gateway");

    @Override
    public Stream<String> findings(Manifests manifests) {
        return Stream.of(
                        manifests.all().stream().flatMap(Names::own),
                        twice(manifests),
                        manifests.all().stream().flatMap(Names::labels),
                        manifests.pods().flatMap(Names::parts),
                        manifests.all().stream().flatMap(Names::elsewhere))
                .flatMap(each -> each);
    }

    private static Stream<String> own(Manifest manifest) {
        var form = PLAIN.contains(manifest.kind()) ? LABEL : SUBDOMAIN;
        return new Findings(manifest)
                        .unless(
                                form.matcher(manifest.name()).matches()
                                        && manifest.name().length() <= 253,
                                "has a name that Kubernetes refuses")
                        .stream();
    }

    private static Stream<String> twice(Manifests manifests) {
        var seen = new HashSet<String>();
        return manifests.all().stream()
                .map(Manifest::toString)
                .filter(name -> !seen.add(name))
                .map(name -> name + " is there twice");
    }

    private static Stream<String> labels(Manifest manifest) {
        return manifest.everything("labels")
                .flatMap(labels -> Manifest.texts(labels).values().stream())
                .filter(value -> !VALUE.matcher(value).matches())
                .map(value -> manifest + " has a label that Kubernetes refuses: " + value);
    }

    private static Stream<String> parts(Pod pod) {
        return Stream.concat(pod.containers(), pod.volumes())
                .map(part -> part.path("name").asText())
                .filter(name -> !LABEL.matcher(name).matches())
                .map(name -> pod + " has a part with a name that Kubernetes refuses: " + name);
    }

    private static Stream<String> elsewhere(Manifest manifest) {
        return new Findings(manifest)
                        .unless(
                                manifest.kind().equals("Namespace")
                                        || manifest.at("/metadata/namespace")
                                                .asText()
                                                .equals("kam-suite"),
                                "lies in another namespace")
                        .stream();
    }
}
