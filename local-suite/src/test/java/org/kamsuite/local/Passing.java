package org.kamsuite.local;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;

/// Passes requests and answers on, as they are.
public final class Passing {

    /// What a client may not pass on: each connection has its own.
    private static final Set<String> OF_A_CONNECTION =
            Set.of(
                    "connection",
                    "content-length",
                    "host",
                    "transfer-encoding",
                    "upgrade",
                    "expect");

    private Passing() {}

    /// The request as it is to be sent to a service.
    public static HttpRequest request(HttpExchange exchange, String service) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var request =
                HttpRequest.newBuilder(URI.create(service + exchange.getRequestURI()))
                        .method(
                                exchange.getRequestMethod(),
                                HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders()
                .forEach((name, values) -> {
                    if (!OF_A_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                        values.forEach(value -> request.header(name, value));
                    }
                });
        return request.build();
    }

    /// Answers what the service has answered.
    public static void answer(HttpExchange exchange, HttpResponse<byte[]> answer)
            throws IOException {
        answer.headers()
                .map()
                .forEach((name, values) -> {
                    if (!OF_A_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                        exchange.getResponseHeaders().put(name, values);
                    }
                });
        var length = answer.body().length;
        exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
        exchange.getResponseBody().write(answer.body());
    }
}
