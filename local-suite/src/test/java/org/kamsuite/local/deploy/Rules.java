package org.kamsuite.local.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/// Which rules hold for what.
final class Rules {

    /// For everything.
    static final List<Rule> ALWAYS =
            List.of(
                    new KnownFields(),
                    new ValidObjects(),
                    new Shapes(),
                    new Names(),
                    new Ports(),
                    new Selectors(),
                    new Settings(deployment()),
                    new NoSecrets(),
                    new RestrictedPods(),
                    new Resources());

    /// For what a cluster runs.
    static final List<Rule> IN_A_CLUSTER =
            List.of(new Targets(), new Updates(), new NothingReachable(), new WithinReach());

    /// For what is applied as it is.
    static final List<Rule> APPLIED = List.of(new Images());

    private Rules() {}

    static List<Rule> all() {
        return Stream.of(ALWAYS, IN_A_CLUSTER, APPLIED).flatMap(List::stream).toList();
    }

    /// The rules that hold for a rendering.
    static List<Rule> of(Rendering rendering) {
        return switch (rendering) {
            case BASE, TRACED, SELF_CONTAINED ->
                    Stream.of(ALWAYS, IN_A_CLUSTER).flatMap(List::stream).toList();
            case PRODUCTION -> all();
            case LOCAL -> Stream.of(ALWAYS, APPLIED).flatMap(List::stream).toList();
        };
    }

    static List<String> findings(List<Rule> rules, Manifests manifests) {
        return rules.stream().flatMap(rule -> rule.findings(manifests)).distinct().toList();
    }

    private static String deployment() {
        try {
            return Files.readString(Rendering.HOME.resolve("docs/deployment.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
