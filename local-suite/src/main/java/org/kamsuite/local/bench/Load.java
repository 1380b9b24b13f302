package org.kamsuite.local.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamsuite.local.Suite;
import org.kamsuite.local.Trouble;
import org.kamsuite.local.data.DemoData;

/// Strains a running suite, and says whether it held.
public final class Load {

    private static final String ALL = "all";
    private static final Map<String, Scenario> SCENARIOS = new LinkedHashMap<>();

    static {
        SCENARIOS.put("soak", new Soak());
        SCENARIOS.put("overload", new Overload());
        SCENARIOS.put("broker-away", new BrokerAway());
        SCENARIOS.put("database-away", new DatabaseAway());
        SCENARIOS.put("slow-consumer", new SlowConsumer());
        SCENARIOS.put("broker-disk-full", new BrokerDiskFull());
    }

    private final List<Scenario> scenarios = new ArrayList<>();
    private final int minutes;
    private final PrintStream out;

    /// @param names scenarios with commas between them, or `all`
    /// @param minutes how long the suite is soaked
    /// @throws Trouble where there is no such scenario
    public Load(String names, int minutes, PrintStream out) {
        for (var name : names.equals(ALL) ? SCENARIOS.keySet() : List.of(names.split(","))) {
            var scenario = SCENARIOS.get(name);
            if (scenario == null) {
                throw new Trouble(
                        "The load " + name + " is unknown; known are " + SCENARIOS.keySet());
            }
            scenarios.add(scenario);
        }
        this.minutes = minutes;
        this.out = out;
    }

    /// Runs the scenarios one after the other.
    ///
    /// @param suite a suite that has just been started on an empty data folder
    /// @param data that folder
    /// @param accounts how many accounts of demo data are loaded
    /// @param time how long the capacity is measured
    /// @param home the folder of the project
    /// @param json where the numbers are written too, if anywhere
    /// @return whether all held that has to hold
    public boolean run(
            Suite suite, Path data, int accounts, Duration time, Path home, @Nullable Path json)
            throws IOException, InterruptedException {
        new DemoData(
                        suite.api("load", "administrator,approver,integrator,lead,manager"),
                        LocalDate.now(ZoneOffset.UTC),
                        accounts,
                        loaded -> out.printf("  %5d %s%n", loaded.rows(), loaded.kind()),
                        out)
                .load();
        var report = new Report(out);
        var strain = new Strain(suite, data, minutes, report);
        try {
            strain.findCapacity(time);
            for (var scenario : scenarios) {
                scenario.run(strain);
            }
        } catch (SQLException e) {
            throw new Trouble("The database could not be looked at: " + e.getMessage(), e);
        } finally {
            if (json != null) {
                report.write(
                        json, Environment.of(home, accounts, time.toSeconds(), Strain.CALLERS));
            }
        }
        return report.holds();
    }
}
