package org.kamsuite.embedded;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line of another process of this Java.
public final class JavaCommand {

    private static final String COMPILERS = "-XX:TieredStopAtLevel=";

    private JavaCommand() {}

    /// The command with options of the machine, to be gone on with. What this process is told of
    /// compilers, the other is told as well: tests do without the second one, which costs more than
    /// it brings in minutes.
    public static List<String> with(String... options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith(COMPILERS))
                .forEach(command::add);
        command.addAll(List.of(options));
        return command;
    }
}
