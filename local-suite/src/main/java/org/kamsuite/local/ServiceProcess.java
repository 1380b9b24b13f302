package org.kamsuite.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.kamsuite.embedded.Leash;

/// One service in a process of its own.
public final class ServiceProcess implements AutoCloseable {

    /// Long, for a machine that is busy with other things: a process that ends is noticed at once.
    private static final Duration START = Duration.ofMinutes(5);

    private final String title;
    private final int port;
    private final Path log;
    private final Process process;
    private final Leash leash;

    private ServiceProcess(String title, int port, Path log, Process process) throws IOException {
        this.title = title;
        this.port = port;
        this.log = log;
        this.process = process;
        this.leash = Leash.on(process.pid(), "TERM");
    }

    /// Starts the service's jar with settings as system properties.
    static ServiceProcess start(
            Path home, String title, int port, Path log, Map<String, String> settings)
            throws IOException {
        return start(title, port, log, Launch.built(home).of(title, settings));
    }

    /// Starts a service that is ready to be launched.
    static ServiceProcess start(String title, int port, Path log, ProcessBuilder launch)
            throws IOException {
        var process =
                launch.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        return new ServiceProcess(title, port, log, process);
    }

    public String url() {
        return "http://localhost:" + port;
    }

    /// Where its output goes.
    public Path log() {
        return log;
    }

    public Process process() {
        return process;
    }

    String title() {
        return title;
    }

    /// Waits until the service says that it is ready.
    void awaitReady(HttpClient client) throws InterruptedException {
        var end = System.nanoTime() + START.toNanos();
        while (!isReady(client)) {
            if (!process.isAlive()) {
                throw new Trouble("The " + title + " did not start; its log is " + log);
            }
            if (System.nanoTime() > end) {
                throw new Trouble(
                        "The "
                                + title
                                + " is not ready after "
                                + START.toMinutes()
                                + " minutes; its log is "
                                + log);
            }
            Thread.sleep(100);
        }
    }

    public boolean isReady(HttpClient client) {
        return isReady(client, port);
    }

    /// Whether the service on a port of this machine says that it is ready.
    static boolean isReady(HttpClient client, int port) {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/ready"))
                        .timeout(Duration.ofSeconds(2))
                        .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        leash.close();
        process.destroy();
        try {
            if (!process.waitFor(25, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
