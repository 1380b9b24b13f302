package org.kamsuite.local.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kamsuite.local.Api;
import org.kamsuite.local.Suite;
import org.kamsuite.local.Trouble;
import org.kamsuite.local.data.DemoData;
import org.kamsuite.local.data.Settling;

/// Measures a running suite beside the database, the broker and the virtual machine it stands on.
public final class Bench {

    private static final int CALLERS = 4;
    private static final int DELAYS = 100;

    private final Suite suite;
    private final int accounts;
    private final Duration time;
    private final PrintStream out;
    private final Report report;

    /// @param suite a suite that has just been started on an empty data folder
    /// @param accounts how many accounts of demo data are loaded
    /// @param time how long each loop runs
    public Bench(Suite suite, int accounts, Duration time, PrintStream out) {
        this.suite = suite;
        this.accounts = accounts;
        this.time = time;
        this.out = out;
        this.report = new Report(out);
    }

    /// Measures everything.
    ///
    /// @param home the folder of the project
    /// @param json where the numbers are written too, if anywhere
    public void run(Path home, @Nullable Path json) throws IOException, InterruptedException {
        try (var database = new DatabaseReference(suite.database("account"))) {
            load(database);
            requests(database);
            var bare = BareMachine.start();
            memory(bare);
            start(bare);
        } catch (SQLException e) {
            throw new Trouble("The reference failed: " + e.getMessage(), e);
        }
        if (json != null) {
            report.write(json, Environment.of(home, accounts, time.toSeconds(), CALLERS));
        }
    }

    private void memory(BareMachine bare) throws IOException {
        report.section("Resident memory after all this; reference: a virtual machine that waits");
        report.memory("virtual machine", bare.megabytes(), OptionalDouble.empty());
        for (var service : Suite.SERVICES) {
            var pid = suite.service(service).process().pid();
            report.memory(service, ResidentMemory.megabytes(pid), bare.megabytes());
        }
    }

    /// Each service alone, while the others run and have nothing to do.
    private void start(BareMachine bare) throws IOException, InterruptedException {
        report.section("Start until ready, one service at a time; reference: a virtual machine");
        report.number("virtual machine", bare.seconds(), "s", null);
        for (var service : Suite.SERVICES) {
            suite.service(service).close();
            var start = System.nanoTime();
            suite.restart(service);
            report.number(service, (System.nanoTime() - start) / 1e9, "s", bare.seconds());
        }
    }

    private void load(DatabaseReference database)
            throws IOException, InterruptedException, SQLException {
        report.section(
                "Import, rows a second, until the last has its result; reference: COPY of the same rows");
        var data =
                new DemoData(
                        integrator(),
                        LocalDate.now(ZoneOffset.UTC),
                        accounts,
                        loaded -> {
                            var lines = loaded.text().lines().toList();
                            report.number(
                                    loaded.rows() + " " + loaded.kind(),
                                    loaded.rows() / loaded.seconds(),
                                    "rows/s",
                                    copied(database, lines));
                        },
                        out);
        var start = System.nanoTime();
        data.load();
        report.number("everything loaded and scored", (System.nanoTime() - start) / 1e9, "s", null);
    }

    private static double copied(DatabaseReference database, List<String> lines) {
        try {
            return database.copy(lines);
        } catch (SQLException | IOException e) {
            throw new Trouble("The reference failed: " + e.getMessage(), e);
        }
    }

    private void requests(DatabaseReference database) throws IOException, InterruptedException {
        var requests =
                new Requests(
                        api("account-service"),
                        api("scoring-service"),
                        api("opportunity-service"),
                        LocalDate.now(ZoneOffset.UTC));
        report.section("Reference: plain JDBC on the same PostgreSQL, " + CALLERS + " callers");
        var select = Latencies.closedLoop(CALLERS, time, database::select);
        report.latencies("SELECT by key", select, null);
        var upsert = Latencies.closedLoop(CALLERS, time, database::upsert);
        report.latencies("INSERT … ON CONFLICT, committed", upsert, null);

        report.section("Closed loop, " + CALLERS + " callers");
        var closed = new LinkedHashMap<String, Latencies>();
        for (var read : requests.reads().entrySet()) {
            var measured = Latencies.closedLoop(CALLERS, time, read.getValue());
            closed.put(read.getKey(), measured);
            report.latencies("read " + read.getKey(), measured, select);
        }
        var writes = Latencies.closedLoop(CALLERS, time, requests::write);
        report.latencies("write a revenue line", writes, upsert);
        new Settling(integrator()).awaitQuiet();

        report.section(
                "Open loop at half those rates, from the intended send time; reference: the statement at that rate");
        for (var read : requests.reads().entrySet()) {
            openLoop(
                    "read " + read.getKey(),
                    rate(closed, read.getKey()),
                    read.getValue(),
                    database::select);
        }
        openLoop(
                "write a revenue line",
                Math.max(1, writes.perSecond() / 2),
                requests::write,
                database::upsert);
        new Settling(integrator()).awaitQuiet();
        delay(requests, database);
    }

    private void openLoop(String what, double perSecond, Callable<?> call, Callable<?> reference)
            throws InterruptedException {
        var statement = Latencies.openLoop(perSecond, time, reference);
        report.delay(what, Latencies.openLoop(perSecond, time, call), statement);
    }

    private static double rate(Map<String, Latencies> closed, String read) {
        var measured = closed.get(read);
        return measured == null ? 1 : Math.max(1, measured.perSecond() / 2);
    }

    private void delay(Requests requests, DatabaseReference database)
            throws IOException, InterruptedException {
        report.section("Delay of an event, one at a time");
        try (var broker = new BrokerReference(suite.brokers(), database)) {
            Latencies.oneByOne(DELAYS / 4, broker::roundTrip);
            var roundTrip = Latencies.oneByOne(DELAYS, broker::roundTrip);
            report.delay("reference: producer, consumer, INSERT", roundTrip, null);
            Latencies.oneByOne(DELAYS / 4, requests::eventDelay);
            report.delay(
                    "from the answer to the settled score",
                    Latencies.oneByOne(DELAYS, requests::eventDelay),
                    roundTrip);
        }
    }

    private org.kamsuite.local.data.Api integrator() {
        return suite.api("bench", "administrator,approver,integrator,lead,manager");
    }

    private Api api(String service) {
        return new Api(suite.service(service).url(), suite.token("bench", "manager,lead"));
    }
}
