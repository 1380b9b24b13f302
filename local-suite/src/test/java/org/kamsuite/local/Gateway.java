package org.kamsuite.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// One address for the replicas of a service: requests go to those that said last that they are
/// ready. It sends nothing twice, and keeps what failed.
final class Gateway implements AutoCloseable {

    private static final int LOOK_MILLISECONDS = 200;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<ServiceProcess> replicas = new CopyOnWriteArrayList<>();
    private final List<ServiceProcess> ready = new CopyOnWriteArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger passed = new AtomicInteger();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
    private final HttpServer server;

    private Gateway(HttpServer server) {
        this.server = server;
    }

    static Gateway to(List<ServiceProcess> replicas) throws IOException {
        var any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var gateway = new Gateway(HttpServer.create(any, 0));
        gateway.replicas.addAll(replicas);
        gateway.look();
        gateway.server.createContext("/", gateway::pass);
        gateway.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        gateway.server.start();
        var _ =
                gateway.looking.scheduleWithFixedDelay(
                        gateway::look, LOOK_MILLISECONDS, LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
        return gateway;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void add(ServiceProcess replica) {
        replicas.add(replica);
    }

    void remove(ServiceProcess replica) {
        replicas.remove(replica);
        ready.remove(replica);
    }

    /// The replicas that requests go to now.
    List<ServiceProcess> ready() {
        return List.copyOf(ready);
    }

    /// How many requests were passed on.
    int passed() {
        return passed.get();
    }

    /// Requests without an answer, or with one that blames the service.
    List<String> failures() {
        return List.copyOf(failures);
    }

    private void look() {
        for (var replica : replicas) {
            if (!replica.isReady(client)) {
                ready.remove(replica);
            } else if (!ready.contains(replica)) {
                ready.add(replica);
            }
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var targets = ready();
            var number = passed.getAndIncrement();
            if (targets.isEmpty()) {
                fail(exchange, "nobody is ready");
                return;
            }
            var target = targets.get(number % targets.size());
            HttpResponse<byte[]> answer;
            try {
                answer =
                        client.send(
                                Passing.request(exchange, target.url()),
                                HttpResponse.BodyHandlers.ofByteArray());
            } catch (IOException e) {
                fail(exchange, target.url() + " " + e);
                return;
            }
            if (answer.statusCode() >= 500) {
                failures.add(said(exchange, target.url() + " answered " + answer.statusCode()));
            }
            Passing.answer(exchange, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(HttpExchange exchange, String why) throws IOException {
        failures.add(said(exchange, why));
        exchange.sendResponseHeaders(502, -1);
    }

    private static String said(HttpExchange exchange, String what) {
        return exchange.getRequestMethod() + " " + exchange.getRequestURI() + ": " + what;
    }

    @Override
    public void close() {
        looking.shutdownNow();
        server.stop(0);
        client.close();
    }
}
