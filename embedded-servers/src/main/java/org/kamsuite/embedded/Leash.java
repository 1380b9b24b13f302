package org.kamsuite.embedded;

import java.io.IOException;

/// Ends a process when this one ends, however it ends: a shell waits for the end of its input,
/// which the operating system closes even after a SIGKILL, and then sends a signal.
public final class Leash implements AutoCloseable {

    private final Process shell;

    private Leash(Process shell) {
        this.shell = shell;
    }

    /// Puts a process on a leash.
    ///
    /// @param pid the process
    /// @param signal what it is sent at the end, such as `TERM`
    public static Leash on(long pid, String signal) throws IOException {
        var script = "trap '' INT HUP TERM; cat > /dev/null; kill -s %s %d".formatted(signal, pid);
        return new Leash(
                new ProcessBuilder("sh", "-c", script)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    /// Lets the process go.
    @Override
    public void close() {
        var waiting = shell.descendants().toList();
        // The shell first: it would take the end of what it waits for as our end.
        shell.destroyForcibly();
        waiting.forEach(ProcessHandle::destroyForcibly);
    }
}
