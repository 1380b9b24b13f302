package org.kamsuite.local.data;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/// Waits until every account has a score that rests on its newest facts and white space, and
/// nothing is on its way between the services any more.
public final class Settling {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final List<String> BACKLOGS =
            List.of("kam_outbox_rows", "kam_stale_rows", "kam_consumer_lag");

    private final Api api;

    public Settling(Api api) {
        this.api = api;
    }

    public void await(PrintStream out) throws IOException, InterruptedException {
        var start = System.nanoTime();
        awaitQuiet();
        var accounts = count(api.account() + "/api/v1/accounts?limit=1&count=exact");
        var settled = count(api.scoring() + "/api/v1/scores?limit=1&count=exact&settled=true");
        if (settled < accounts) {
            throw new IOException("Only " + settled + " of " + accounts + " scores are settled");
        }
        out.printf(
                "%d of %d scores settled after %.1f s%n",
                settled, accounts, (System.nanoTime() - start) / 1e9);
    }

    /// Waits until nothing is on its way between the services any more.
    public void awaitQuiet() throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        // What one service has just sent, the next does not know of yet: quiet twice is quiet.
        for (var quiet = 0; quiet < 2; ) {
            quiet = isQuiet() ? quiet + 1 : 0;
            if (System.nanoTime() > end) {
                throw new IOException("The suite does not settle");
            }
            Thread.sleep(500);
        }
    }

    private boolean isQuiet() throws IOException, InterruptedException {
        for (var service : List.of(api.account(), api.opportunity(), api.scoring())) {
            if (waiting(service) > 0) {
                return false;
            }
        }
        return true;
    }

    /// How much a service has still to publish, to compute and to read.
    private double waiting(String service) throws IOException, InterruptedException {
        return api.text(service + "/q/metrics")
                .lines()
                .filter(line -> BACKLOGS.stream().anyMatch(line::startsWith))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private long count(String url) throws IOException, InterruptedException {
        return api.get(url).path("count").asLong();
    }
}
