package org.kamsuite.local.data;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;

/// Waits until every account has a score that rests on its newest facts and white space.
public final class Settling {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Api api;

    public Settling(Api api) {
        this.api = api;
    }

    public void await(PrintStream out) throws IOException, InterruptedException {
        var start = System.nanoTime();
        while (true) {
            var accounts = count(api.account() + "/api/v1/accounts?limit=1&count=exact");
            var settled = count(api.scoring() + "/api/v1/scores?limit=1&count=exact&settled=true");
            if (settled >= accounts) {
                out.printf(
                        "%d of %d scores settled after %.1f s%n",
                        settled, accounts, (System.nanoTime() - start) / 1e9);
                return;
            }
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IOException(
                        "Only " + settled + " of " + accounts + " scores are settled");
            }
            Thread.sleep(500);
        }
    }

    private long count(String url) throws IOException, InterruptedException {
        return api.get(url).path("count").asLong();
    }
}
