package org.kamsuite.local.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/// A virtual machine that does nothing: the reference of what the services take to start and hold
/// in memory.
///
/// @param seconds until it runs its first line
/// @param megabytes resident; empty where the system does not say
record BareMachine(double seconds, OptionalDouble megabytes) {

    /// Starts one with the options of a service, and looks at it.
    static BareMachine start() throws IOException {
        var classes = BareMachine.class.getProtectionDomain().getCodeSource().getLocation();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var start = System.nanoTime();
        var process =
                new ProcessBuilder(
                                List.of(
                                        java,
                                        "-Xmx512m",
                                        "-XX:+UseSerialGC",
                                        "-cp",
                                        classes.getPath(),
                                        BareMachine.class.getName()))
                        .start();
        try {
            process.getInputStream().read();
            var seconds = (System.nanoTime() - start) / 1e9;
            return new BareMachine(seconds, ResidentMemory.megabytes(process.pid()));
        } finally {
            process.destroy();
        }
    }

    /// Says that it runs, and waits for the end of its input.
    public static void main(String[] arguments) throws IOException {
        System.out.write('!');
        System.out.flush();
        System.in.read();
    }
}
