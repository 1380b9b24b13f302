package org.kamsuite.local;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The package of `clients/typescript`, built by npm from the documents as who publishes it does.
final class TypeScriptClient {

    private static final long PATIENCE_MINUTES = 10;
    private static final String PACKAGE = "clients/typescript";
    private static final String DOCUMENTS = "docs/api";

    /// What a build leaves in the package's folder.
    private static final Set<String> MADE = Set.of("node_modules", "dist", "generated", "target");

    private final Path folder;

    private TypeScriptClient(Path folder) {
        this.folder = folder;
    }

    /// Installs exactly what is locked, writes the types and compiles them under `strict`, in a
    /// copy.
    static TypeScriptClient build(Path home, Path work) throws IOException, InterruptedException {
        copy(home.resolve(PACKAGE), work.resolve(PACKAGE));
        copy(home.resolve(DOCUMENTS), work.resolve(DOCUMENTS));
        var client = new TypeScriptClient(work.resolve(PACKAGE));
        client.npm(
                Map.of(),
                "ci",
                "--engine-strict",
                "--prefer-offline",
                "--no-audit",
                "--no-fund",
                "--no-update-notifier");
        client.npm(Map.of(), "run", "build");
        return client;
    }

    /// What npm would publish.
    String contents() throws IOException, InterruptedException {
        return npm(Map.of(), "pack", "--dry-run", "--ignore-scripts");
    }

    /// Runs its smoke test against a suite.
    String smoke(Suite suite, String token) throws IOException, InterruptedException {
        return npm(
                Map.of(
                        "KAM_ACCOUNT_URL", suite.service("account-service").url(),
                        "KAM_SCORING_URL", suite.service("scoring-service").url(),
                        "KAM_OPPORTUNITY_URL", suite.service("opportunity-service").url(),
                        "KAM_TOKEN", token),
                "run",
                "smoke");
    }

    /// Ends well or throws what npm has said.
    private String npm(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("npm"));
        command.addAll(List.of(arguments));
        var log = Files.createTempFile(folder, "npm", ".log");
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        var process = start(builder);
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException(
                    String.join(" ", command) + " did not end:\n" + Files.readString(log));
        }
        var said = Files.readString(log);
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed:\n" + said);
        }
        return said;
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IOException("The TypeScript client needs npm of Node 20 or later", e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path each, BasicFileAttributes attributes) throws IOException {
                        if (MADE.contains(each.getFileName().toString())) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        Files.createDirectories(to.resolve(from.relativize(each).toString()));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path each, BasicFileAttributes attributes)
                            throws IOException {
                        Files.copy(each, to.resolve(from.relativize(each).toString()));
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
