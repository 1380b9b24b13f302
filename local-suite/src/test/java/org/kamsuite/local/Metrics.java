package org.kamsuite.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/// Reads what a service measures of itself.
final class Metrics {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Metrics() {}

    /// The sum of the samples of this name whose line contains the label, 0 where there are none.
    static double sum(ServiceProcess service, String name, String label)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(service.url() + "/q/metrics")).build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /// Whether the process leads the relay of its database.
    static boolean isLeading(ServiceProcess service) throws IOException, InterruptedException {
        return sum(service, "kam_relay_leading", "") == 1;
    }
}
