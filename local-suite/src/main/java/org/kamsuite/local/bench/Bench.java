package org.kamsuite.local.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kamsuite.local.Api;
import org.kamsuite.local.Suite;
import org.kamsuite.local.Trouble;
import org.kamsuite.local.data.DemoData;
import org.kamsuite.local.data.Settling;

/// Measures a running suite beside the database, the broker and the virtual machine it stands on.
public final class Bench {

    private static final List<String> SERVICES =
            List.of("account-service", "scoring-service", "opportunity-service");
    private static final int CALLERS = 4;
    private static final int DELAYS = 100;
    private static final Pattern STARTED = Pattern.compile("started in ([0-9.]+)s");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

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
    /// @param json where the numbers are written too, if anywhere
    public void run(@Nullable Path json) throws IOException, InterruptedException {
        try (var database = new DatabaseReference(suite.database("account"))) {
            start();
            load(database);
            requests(database);
            memory();
        } catch (SQLException e) {
            throw new Trouble("The reference failed: " + e.getMessage(), e);
        }
        if (json != null) {
            report.write(json);
        }
    }

    private void start() throws IOException, InterruptedException {
        report.section("Start, seconds; reference: a virtual machine that says its version");
        var bare = bareStart();
        report.number("virtual machine", bare, "s", null);
        for (var service : SERVICES) {
            var log = Files.readString(suite.service(service).log());
            var started = STARTED.matcher(log);
            if (started.find()) {
                report.number(service, Double.parseDouble(started.group(1)), "s", bare);
            }
        }
    }

    private static double bareStart() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var start = System.nanoTime();
        var process = new ProcessBuilder(java, "-Xmx512m", "--version").start();
        process.getInputStream().readAllBytes();
        process.waitFor(1, TimeUnit.MINUTES);
        return (System.nanoTime() - start) / 1e9;
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

        report.section("Open loop at half those rates, from the intended send time");
        for (var read : requests.reads().entrySet()) {
            report.latencies(
                    "read " + read.getKey(),
                    Latencies.openLoop(rate(closed, read.getKey()), time, read.getValue()),
                    null);
        }
        report.latencies(
                "write a revenue line",
                Latencies.openLoop(Math.max(1, writes.perSecond() / 2), time, requests::write),
                null);
        new Settling(integrator()).awaitQuiet();
        delay(requests, database);
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

    private void memory() throws IOException {
        report.section("Resident memory after all this, MB");
        for (var service : SERVICES) {
            var status = Path.of("/proc/" + suite.service(service).process().pid() + "/status");
            if (!Files.exists(status)) {
                continue;
            }
            var resident = RESIDENT.matcher(Files.readString(status));
            if (resident.find()) {
                report.number(service, Double.parseDouble(resident.group(1)) / 1024, "MB", null);
            }
        }
    }

    private org.kamsuite.local.data.Api integrator() {
        return suite.api("bench", "administrator,integrator,lead,manager");
    }

    private Api api(String service) {
        return new Api(suite.service(service).url(), suite.token("bench", "manager,lead"));
    }
}
