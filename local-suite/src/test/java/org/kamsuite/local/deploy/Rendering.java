package org.kamsuite.local.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What of `deploy/` is applied together.
enum Rendering {
    BASE("base"),
    TRACED("base", "components/tracing"),
    PRODUCTION("overlays/production"),
    /// With everything that an operator can run, and the other way in.
    SELF_CONTAINED(
            "base",
            "components/ingress",
            "components/monitoring",
            "components/strimzi",
            "components/cloudnativepg"),
    LOCAL("overlays/local");

    static final Path HOME =
            Path.of(System.getProperty("kam.home", "..")).toAbsolutePath().normalize();

    private static final Map<Rendering, Manifests> RENDERED = new EnumMap<>(Rendering.class);

    private final String kustomization;

    Rendering(String resource, String... components) {
        kustomization =
                list("resources", Stream.of(resource))
                        + list("components", Arrays.stream(components));
    }

    /// Rendered once, handed out as copies.
    Manifests manifests() {
        synchronized (RENDERED) {
            return RENDERED.computeIfAbsent(this, Rendering::render).copy();
        }
    }

    private Manifests render() {
        try {
            var folder = HOME.resolve("local-suite/target/deploy").resolve(name());
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("kustomization.yaml"), kustomization);
            return Kubectl.find().render(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while manifests were rendered", e);
        }
    }

    private static String list(String title, Stream<String> folders) {
        return folders.map(folder -> "  - ../../../../deploy/" + folder + "\n")
                .collect(Collectors.joining("", title + ":\n", ""));
    }
}
