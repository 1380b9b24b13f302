package org.kamsuite.local.hostile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.kamsuite.local.Passing;
import org.kamsuite.local.ServiceDatabase;

/// Stands between a foreign tester and a service, and looks at every answer.
final class Tap implements AutoCloseable {

    /// Every so many requests, the databases are compared before and after: it takes long.
    private static final int SAMPLE = 25;

    /// Services renew what they compute from time to time: a change is the request's own only if it
    /// comes again each time the request does.
    private static final int REPETITIONS = 3;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger seen = new AtomicInteger();
    private final HttpServer server;
    private final String service;
    private final Map<String, ServiceDatabase> databases;

    private Tap(HttpServer server, String service, Map<String, ServiceDatabase> databases) {
        this.server = server;
        this.service = service;
        this.databases = databases;
    }

    /// Before a service, on a port of its own.
    ///
    /// @param databases in which a refused request changes nothing
    static Tap before(String service, Map<String, ServiceDatabase> databases) throws IOException {
        var any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var tap = new Tap(HttpServer.create(any, 0), service, databases);
        tap.server.createContext("/", tap::pass);
        tap.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        tap.server.start();
        return tap;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /// How many answers came by.
    int seen() {
        return seen.get();
    }

    /// The answers that no service should give.
    List<String> broken() {
        return List.copyOf(broken);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var isSample = seen.getAndIncrement() % SAMPLE == 0;
            var asked = Passing.request(exchange, service);
            var before = isSample ? Contents.whenQuiet(databases) : null;
            var answer = client.send(asked, HttpResponse.BodyHandlers.ofByteArray());
            look(exchange, answer);
            if (before != null && answer.statusCode() >= 400) {
                var changed = changedEachTime(asked, before);
                if (!changed.isEmpty()) {
                    broken.add(exchange.getRequestURI() + " was refused and changed " + changed);
                }
            }
            Passing.answer(exchange, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new IOException("The databases cannot be compared", e);
        }
    }

    /// The tables that a refused request changes whenever it is sent.
    private Set<String> changedEachTime(HttpRequest refused, Contents before)
            throws IOException, InterruptedException, SQLException {
        var after = Contents.whenQuiet(databases);
        var changed = after.changed(before);
        for (var times = 1; times < REPETITIONS && !changed.isEmpty(); times++) {
            var since = after;
            client.send(refused, HttpResponse.BodyHandlers.discarding());
            after = Contents.whenQuiet(databases);
            changed.retainAll(after.changed(since));
        }
        return changed;
    }

    private void look(HttpExchange exchange, HttpResponse<byte[]> response) {
        var answer =
                new Answer(
                        response.statusCode(),
                        response.headers().firstValue("Content-Type").orElse(""),
                        "",
                        "",
                        new String(response.body(), StandardCharsets.UTF_8));
        if (!answer.isSuccess()) {
            var request =
                    Request.of(exchange.getRequestMethod(), exchange.getRequestURI().toString());
            var rules =
                    AnswerRules.broken(
                            HostileCase.of(Category.RANDOM, "generated", request), answer);
            if (!rules.isEmpty()) {
                broken.add("%s %s -> %s".formatted(rules, request, answer));
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
