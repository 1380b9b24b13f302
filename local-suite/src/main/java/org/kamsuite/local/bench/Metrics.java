package org.kamsuite.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.kamsuite.local.ServiceProcess;

/// What a service measures of itself at a moment.
record Metrics(List<String> samples) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static Metrics of(ServiceProcess service) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(service.url() + "/q/metrics"))
                        .timeout(Duration.ofSeconds(15))
                        .build();
        return new Metrics(
                CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body().lines().toList());
    }

    /// The sum of the samples whose names and labels begin so.
    double sum(String begin) {
        return sum(begin, "");
    }

    /// The sum of those of them that have a label as well.
    double sum(String begin, String label) {
        return samples.stream()
                .filter(sample -> sample.startsWith(begin) && sample.contains(label))
                .mapToDouble(
                        sample -> Double.parseDouble(sample.substring(sample.lastIndexOf(' ') + 1)))
                .sum();
    }
}
