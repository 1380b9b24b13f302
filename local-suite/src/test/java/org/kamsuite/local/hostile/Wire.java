package org.kamsuite.local.hostile;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;

/// Sends requests to one service: over HTTP/1.1, or as plain bytes where a client would refuse.
final class Wire {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    private final String url;

    Wire(String url) {
        this.url = url;
    }

    Answer send(Request request) throws IOException, InterruptedException {
        return request.raw() ? RawWire.send(URI.create(url).getPort(), request) : overHttp(request);
    }

    private Answer overHttp(Request request) throws IOException, InterruptedException {
        var body =
                request.body() == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(request.body());
        var built =
                HttpRequest.newBuilder(URI.create(url + request.target()))
                        .timeout(PATIENCE)
                        .method(request.method(), body);
        request.headers().forEach(built::header);
        var answer = CLIENT.send(built.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                answer.headers().firstValue("ETag").orElse(""),
                answer.headers().firstValue("Account-Sequence").orElse(""),
                answer.body());
    }
}
