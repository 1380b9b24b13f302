package org.kamsuite.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kamsuite.embedded.JavaCommand;
import org.kamsuite.embedded.Ports;
import org.kamsuite.embedded.Postgres;

/// `./kam up` as a process: what it says where it cannot start, and that no end of it leaves a
/// process behind.
@Tag("long")
class KamIT {

    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofMinutes(2);

    @TempDir private Path folder;

    private Path data;
    private int base;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void choose() {
        data = folder.resolve("data");
        base = TestSuite.options(data).portBase();
    }

    @AfterEach
    void kill() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void saysThatAPortIsTaken() throws IOException, InterruptedException {
        var port = Member.SCORING.port(base);
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            var kam = up();

            assertRefused(
                    kam,
                    "kam: The port %d for scoring-service is taken; choose others with --port-base"
                            .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void saysThatTheDataAreBroken() throws IOException, InterruptedException {
        var postgres = data.resolve("postgres");
        Files.createDirectories(data);
        Postgres.start(postgres, folder.resolve("postgres.log"), Ports.free()).close();
        Files.writeString(postgres.resolve("PG_VERSION"), "garbage");

        var kam = up();

        assertRefused(
                kam,
                "kam: PostgreSQL did not start on %s: FATAL: \"%s\" is not a valid data directory; its log is %s"
                        .formatted(postgres, postgres, data.resolve("logs/postgres.log")));
    }

    private void assertRefused(Process kam, String sentence)
            throws IOException, InterruptedException {
        assertThat(kam.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(kam.exitValue()).isEqualTo(1);
        var said = Files.readString(errors());
        assertThat(said).doesNotContain("\tat ");
        assertThat(said.lines().filter(line -> line.startsWith("kam: "))).containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "KILL, 137"})
    void leavesNoProcessBehindAfterASignal(String signal, int exit)
            throws IOException, InterruptedException {
        var kam = up();
        var processes = awaitUp(kam);

        new ProcessBuilder("kill", "-s", signal, Long.toString(kam.pid())).start().waitFor();

        assertThat(kam.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(kam.exitValue()).isEqualTo(exit);
        assertThat(output()).content().doesNotContain("ended; stopping the rest");
        awaitEnd(processes);
    }

    @Test
    void leavesNoProcessBehindWhereAServiceIsKilled() throws IOException, InterruptedException {
        var kam = up();
        var processes = awaitUp(kam);

        kam.children()
                .filter(child -> child.info().commandLine().orElse("").contains("scoring-service"))
                .forEach(ProcessHandle::destroyForcibly);

        assertThat(kam.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(kam.exitValue()).isEqualTo(1);
        assertThat(output())
                .content()
                .contains(
                        "kam: [scoring-service] ended; stopping the rest. The logs are in "
                                + data.resolve("logs"));
        awaitEnd(processes);
    }

    /// As the script does it.
    private Process up() throws IOException {
        var suite = TestSuite.HOME.resolve("local-suite/target");
        var command =
                JavaCommand.with(
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dkam.home=" + TestSuite.HOME,
                        "-cp",
                        suite.resolve("classes") + ":" + suite.resolve("lib") + "/*",
                        Kam.class.getName(),
                        "up",
                        "--no-demo",
                        "--data",
                        data.toString(),
                        "--port-base",
                        Integer.toString(base));
        var kam =
                new ProcessBuilder(command)
                        .redirectOutput(output().toFile())
                        .redirectError(errors().toFile())
                        .start();
        started.add(kam);
        return kam;
    }

    private Path output() {
        return folder.resolve("output");
    }

    private Path errors() {
        return folder.resolve("errors");
    }

    /// Every process of the suite that is up; PostgreSQL is nobody's child.
    private List<ProcessHandle> awaitUp(Process kam) throws IOException {
        await().atMost(START)
                .pollInterval(Duration.ofMillis(200))
                .failFast("it has ended", () -> !kam.isAlive())
                .until(() -> Files.readString(output()).contains(Background.UP));
        var pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst();
        var postgres = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        var processes =
                Stream.of(kam.descendants(), Stream.of(postgres), postgres.descendants())
                        .flatMap(part -> part)
                        .toList();
        assertThat(processes).filteredOn(KamIT::runs).hasSizeGreaterThan(Suite.SERVICES.size() + 2);
        return processes;
    }

    private static void awaitEnd(List<ProcessHandle> processes) {
        await().atMost(STOP)
                .untilAsserted(() -> assertThat(processes).filteredOn(KamIT::runs).isEmpty());
    }

    /// Whether a process is more than an entry that nobody has collected.
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
