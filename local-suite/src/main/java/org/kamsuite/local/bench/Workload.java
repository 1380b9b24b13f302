package org.kamsuite.local.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.kamsuite.local.Api;

/// The requests that put load on the suite: every other one writes, the rest read.
final class Workload {

    /// One request.
    interface Call {
        Api.Answer send() throws IOException, InterruptedException;
    }

    private final Ledger ledger;
    private final List<Call> calls;
    private final AtomicLong number = new AtomicLong();

    private Workload(Ledger ledger, List<Call> reads) {
        this.ledger = ledger;
        this.calls = reads;
    }

    /// All three services.
    static Workload all(Ledger ledger, Api accounts, Api scores, Api opportunities) {
        return new Workload(
                ledger,
                List.of(
                        () -> accounts.get("/api/v1/accounts/" + any(ledger)),
                        () -> scores.get("/api/v1/scores/" + any(ledger)),
                        () -> accounts.get("/api/v1/accounts?status=ACTIVE&sort=name&limit=20"),
                        () -> opportunities.get("/api/v1/white-space/" + any(ledger))));
    }

    /// All but the scoring-service.
    static Workload withoutScores(Ledger ledger, Api accounts, Api opportunities) {
        return new Workload(
                ledger,
                List.of(
                        () -> accounts.get("/api/v1/accounts/" + any(ledger)),
                        () -> opportunities.get("/api/v1/white-space/" + any(ledger))));
    }

    Call next() {
        var next = number.getAndIncrement();
        return next % 2 == 0 ? ledger::write : calls.get((int) (next / 2 % calls.size()));
    }

    private static String any(Ledger ledger) {
        var accounts = ledger.accounts();
        return accounts.get(ThreadLocalRandom.current().nextInt(accounts.size()));
    }
}
