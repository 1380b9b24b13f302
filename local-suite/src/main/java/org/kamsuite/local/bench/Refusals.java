package org.kamsuite.local.bench;

import java.io.IOException;
import java.util.List;
import org.kamsuite.local.ServiceProcess;

/// What services have refused with 503 so far, and how long they worked on it themselves: from when
/// they had read the head of a request, without the time that it waited to be read.
record Refusals(double number, double seconds) {

    private static final String STATUS = "status=\"503\"";

    static Refusals of(List<ServiceProcess> services) throws IOException, InterruptedException {
        var number = 0.0;
        var seconds = 0.0;
        for (var service : services) {
            var metrics = Metrics.of(service);
            number += metrics.sum("http_server_requests_seconds_count", STATUS);
            seconds += metrics.sum("http_server_requests_seconds_sum", STATUS);
        }
        return new Refusals(number, seconds);
    }

    Refusals since(Refusals before) {
        return new Refusals(number - before.number, seconds - before.seconds);
    }

    double meanMilliseconds() {
        return number == 0 ? 0 : 1000 * seconds / number;
    }
}
