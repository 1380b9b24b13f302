package org.kamsuite.local.images;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.kamsuite.local.Trouble;

/// Programs of this machine.
public final class Program {

    private static final int SHOWN = 600;

    private Program() {}

    /// Whether a program lies on the PATH, or where system administrators have theirs.
    public static boolean isThere(String name) {
        var path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        return Arrays.stream(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /// Runs a program to its end.
    ///
    /// @return what it has printed
    /// @throws Trouble with the end of what it said, if it fails
    public static String run(Path folder, List<String> command)
            throws IOException, InterruptedException {
        var errors = Files.createTempFile("kam", ".log");
        try {
            var process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectError(errors.toFile())
                            .start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new Trouble(
                        command.getFirst() + " failed: " + end(said + Files.readString(errors)));
            }
            return said;
        } finally {
            Files.delete(errors);
        }
    }

    private static String end(String said) {
        var text = said.strip();
        return text.substring(Math.max(0, text.length() - SHOWN));
    }
}
