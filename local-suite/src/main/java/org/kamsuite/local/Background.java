package org.kamsuite.local;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `./kam up --background` and `./kam pods up --background`: the same in a process of its own,
/// until it is up.
final class Background {

    private static final String LOG = "kam.log";

    /// The last thing that a suite says when it is up.
    static final String UP = "Ctrl-C or ./kam down stops everything.";

    private Background() {}

    /// @param words the command, such as `up`
    static int start(Options options, List<String> words, List<String> arguments)
            throws IOException, InterruptedException {
        var log = options.data().resolve("logs").resolve(LOG);
        Files.createDirectories(log.getParent());
        Files.write(log, new byte[0]);
        var process =
                new ProcessBuilder(command(words, arguments))
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        try (var reader = Files.newBufferedReader(log)) {
            while (true) {
                // Asked first: what it says as it ends is read after that.
                var alive = process.isAlive();
                var line = reader.readLine();
                if (line != null) {
                    System.out.println(line);
                    if (line.equals(UP)) {
                        return 0;
                    }
                } else if (!alive) {
                    return process.waitFor();
                } else {
                    Thread.sleep(100);
                }
            }
        }
    }

    /// This very command, but in the foreground.
    private static List<String> command(List<String> words, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Kam.class.getName()));
        command.addAll(words);
        arguments.stream()
                .filter(argument -> !argument.equals("--background"))
                .forEach(command::add);
        return command;
    }
}
