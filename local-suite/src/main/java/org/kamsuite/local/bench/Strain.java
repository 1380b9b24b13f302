package org.kamsuite.local.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.kamsuite.embedded.Postgres;
import org.kamsuite.local.Api;
import org.kamsuite.local.Suite;
import org.kamsuite.local.data.Settling;

/// What every scenario needs: the suite, its capacity, and a ledger of what was written.
final class Strain {

    static final int CALLERS = 16;
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Suite suite;
    private final Path data;
    private final int minutes;
    private final Report report;
    private final Ledger ledger;
    private final Api accounts;
    private final Api scores;
    private final Api opportunities;
    private double capacity;

    /// @param data the folder of the suite
    /// @param minutes how long the suite is soaked
    Strain(Suite suite, Path data, int minutes, Report report)
            throws IOException, InterruptedException {
        this.suite = suite;
        this.data = data;
        this.minutes = minutes;
        this.report = report;
        this.accounts = api("account-service");
        this.scores = api("scoring-service");
        this.opportunities = api("opportunity-service");
        this.ledger = new Ledger(accounts, LocalDate.now(ZoneOffset.UTC));
    }

    private Api api(String service) {
        return new Api(suite.service(service).url(), suite.token("load", "manager,lead"));
    }

    Suite suite() {
        return suite;
    }

    Path data() {
        return data;
    }

    Duration soak() {
        return Duration.ofMinutes(minutes);
    }

    Report report() {
        return report;
    }

    /// How many requests a second the suite serves where each caller waits for its answer.
    void findCapacity(Duration time) throws IOException, InterruptedException {
        awaitQuiet();
        var workload = workload();
        var measured = Latencies.closedLoop(CALLERS, time, () -> workload.next().send().required());
        report.section("Capacity: half writes, half reads, closed loop, " + CALLERS + " callers");
        report.latencies("requests to all services", measured, null);
        capacity = measured.perSecond();
        awaitQuiet();
    }

    private Workload workload() {
        return Workload.all(ledger, accounts, scores, opportunities);
    }

    /// Starts traffic at a share of the capacity.
    Traffic traffic(double share) {
        return new Traffic(workload(), share * capacity);
    }

    /// The same, but nobody asks the scoring-service.
    Traffic trafficWithoutScores(double share) {
        return new Traffic(
                Workload.withoutScores(ledger, accounts, opportunities), share * capacity);
    }

    Refusals refusals() throws IOException, InterruptedException {
        return Refusals.of(Suite.SERVICES.stream().map(suite::service).toList());
    }

    void awaitQuiet() throws IOException, InterruptedException {
        new Settling(suite.api("load", "administrator,integrator,lead,manager")).awaitQuiet();
    }

    /// Every acknowledged write is there once, nothing else is, and every score rests on it.
    void check() throws IOException, InterruptedException {
        var unknown = ledger.settle();
        awaitQuiet();
        var findings = ledger.check();
        var behind = ledger.behind(scores);
        report.count("acknowledged writes read back", findings.acknowledged());
        report.count("sent again, since nothing was known of them", unknown);
        report.count("refused writes", findings.refused());
        report.required(
                "%d lost, %d doubled, %d there that were refused, %d scores behind"
                        .formatted(findings.lost(), findings.doubled(), findings.unasked(), behind),
                findings.isRight() && behind == 0);
    }

    /// No answer is a failure; refusals to come again may be.
    void requireNoFailure(Recovery recovery, Window... windows) {
        var failures =
                Stream.concat(recovery.windows().stream(), Stream.of(windows))
                        .mapToLong(Window::others)
                        .sum();
        report.required(failures + " answers other than 2xx, 429 and 503", failures == 0);
    }

    /// Changes of the account-service that still wait for the broker.
    long waitingForTheBroker() throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                suite.database("account"), Postgres.owner("account"), "");
                var select = connection.createStatement();
                var rows = select.executeQuery("select count(*) from outbox")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /// Seconds until hardly anything waits for the broker.
    double awaitDrained(long usual) throws SQLException, InterruptedException {
        var start = System.nanoTime();
        while (waitingForTheBroker() > usual && System.nanoTime() - start < PATIENCE.toNanos()) {
            Thread.sleep(LOOK);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
