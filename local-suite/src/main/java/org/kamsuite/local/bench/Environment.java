package org.kamsuite.local.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/// What a run was made on, and of: figures mean nothing without it.
///
/// @param commit of the working tree; empty where there is no Git
/// @param accounts of demo data
/// @param seconds that each loop ran
/// @param callers of a closed loop
record Environment(
        String at,
        String commit,
        String system,
        String java,
        int processors,
        int accounts,
        long seconds,
        int callers) {

    static Environment of(Path home, int accounts, long seconds, int callers)
            throws IOException, InterruptedException {
        return new Environment(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                commit(home),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.version().toString(),
                Runtime.getRuntime().availableProcessors(),
                accounts,
                seconds,
                callers);
    }

    private static String commit(Path home) throws IOException, InterruptedException {
        try {
            var git =
                    new ProcessBuilder("git", "describe", "--always", "--dirty")
                            .directory(home.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            var commit =
                    new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor(10, TimeUnit.SECONDS) ? commit : "";
        } catch (IOException e) {
            return "";
        }
    }
}
