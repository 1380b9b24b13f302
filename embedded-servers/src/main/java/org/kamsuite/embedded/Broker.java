package org.kamsuite.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/// A Kafka broker in a process of its own, with the topics of the suite.
public final class Broker implements AutoCloseable {

    /// Long, for a machine that is busy with other things: a process that ends is noticed at once.
    private static final int START_SECONDS = 300;

    private final Process process;
    private final String servers;

    private Broker(Process process, String servers) {
        this.process = process;
        this.servers = servers;
    }

    /// Starts a broker on its data folder and waits until it answers.
    public static Broker start(Path folder, Path log, int port, int controllerPort)
            throws IOException {
        return start(folder, log, port, controllerPort, Map.of());
    }

    /// The same, with settings of the broker that differ from the usual ones.
    public static Broker start(
            Path folder, Path log, int port, int controllerPort, Map<String, String> settings)
            throws IOException {
        var command = JavaCommand.with("-Xmx384m", "-XX:+UseSerialGC");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(KafkaBroker.class.getName());
        command.add(folder.toString());
        command.add(Integer.toString(port));
        command.add(Integer.toString(controllerPort));
        settings.forEach((name, value) -> command.add(name + "=" + value));
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        var broker = new Broker(process, "localhost:" + port);
        try {
            broker.await(log);
            Topics.create(broker.servers);
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
        return broker;
    }

    public String servers() {
        return servers;
    }

    public Process process() {
        return process;
    }

    private void await(Path log) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            while (true) {
                try {
                    admin.describeCluster().nodes().get(5, TimeUnit.SECONDS);
                    return;
                } catch (ExecutionException | TimeoutException e) {
                    if (!process.isAlive() || System.nanoTime() > end) {
                        throw new IllegalStateException(
                                "The broker did not start; its log is " + log, e);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the broker started", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
