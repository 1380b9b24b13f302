package org.kamsuite.embedded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Processes that stand still until this is closed, as if their machine did: they keep their
/// connections and say nothing.
public final class Freeze implements AutoCloseable {

    private final List<ProcessHandle> processes;

    private Freeze(List<ProcessHandle> processes) {
        this.processes = processes;
    }

    /// Stops a process.
    public static Freeze of(Process process) throws IOException {
        return of(List.of(process.toHandle()));
    }

    static Freeze of(List<ProcessHandle> processes) throws IOException {
        send("STOP", processes);
        return new Freeze(processes);
    }

    private static void send(String signal, List<ProcessHandle> processes) throws IOException {
        var command = new ArrayList<String>(List.of("kill", "-" + signal));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        try {
            if (new ProcessBuilder(command).start().waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Lets them go on.
    @Override
    public void close() throws IOException {
        send("CONT", processes);
    }
}
