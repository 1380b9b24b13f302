package org.kamsuite.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kamsuite.embedded.Ports;

/// The suite that runs on a data folder, as another process sees it.
///
/// @param data the data folder
/// @param process the process of `./kam up`
/// @param portBase the number below its ports
record RunningSuite(Path data, ProcessHandle process, int portBase) {

    private static final Duration STOP = Duration.ofSeconds(60);
    private static final String NOTE = "running";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /// Leaves a note in the data folder for the commands of other processes.
    static void note(Path data, int portBase) throws IOException {
        var note = new Properties();
        note.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
        note.setProperty("portBase", Integer.toString(portBase));
        try (var out = Files.newBufferedWriter(data.resolve(NOTE))) {
            note.store(out, null);
        }
    }

    /// The suite that holds the data folder's lock, if one does.
    ///
    /// @throws Trouble where that cannot be told
    static Optional<RunningSuite> on(Path data) {
        var note = new Properties();
        try (var in = Files.newBufferedReader(data.resolve(NOTE))) {
            note.load(in);
        } catch (IOException e) {
            return Optional.empty();
        }
        if (!isLocked(data)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(note.getProperty("pid")))
                .map(process ->
                        new RunningSuite(
                                data, process, Integer.parseInt(note.getProperty("portBase"))));
    }

    /// The same.
    ///
    /// @throws Trouble where none runs
    static RunningSuite required(Path data) {
        return on(data).orElseThrow(() -> new Trouble("No suite runs on the data folder " + data));
    }

    private static boolean isLocked(Path data) {
        try (var channel = FileChannel.open(data.resolve("lock"), StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        } catch (IOException e) {
            throw new Trouble(
                    "The lock of the data folder "
                            + data
                            + " cannot be opened; is the folder another user's?",
                    e);
        }
    }

    /// Asks the suite to stop and waits until it has.
    void stop() throws InterruptedException {
        process.destroy();
        try {
            process.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Trouble(
                    "The suite did not stop within a minute; its process is " + process.pid(), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// How every member is, in the order of their ports.
    List<MemberState> status() {
        return Arrays.stream(Member.values())
                .map(member -> new MemberState(member, member.port(portBase), isUp(member)))
                .toList();
    }

    private boolean isUp(Member member) {
        return member.isService()
                ? ServiceProcess.isReady(CLIENT, member.port(portBase))
                : !Ports.isFree(member.port(portBase));
    }

    /// Whether a member answers: a service that it is ready, any other that it listens.
    record MemberState(Member member, int port, boolean up) {

        @Override
        public String toString() {
            return "%-18s %5d  %s".formatted(member.title(), port, up ? "up" : "away");
        }
    }
}
