package org.kamsuite.local.bench;

import java.io.IOException;

/// The database is away for half a minute: requests are refused at once, and served as soon as it
/// is there.
final class DatabaseAway implements Scenario {

    private static final double SHARE = 0.5;

    @Override
    public void run(Strain strain) throws IOException, InterruptedException {
        strain.report().section("Database away: 30 s at 50 % of capacity");
        Window before;
        Window during;
        Window starting;
        Recovery recovery;
        try (var traffic = strain.traffic(SHARE)) {
            Thread.sleep(10_000);
            before = traffic.next();
            Thread.sleep(20_000);
            during = traffic.next();
            strain.suite().killPostgres();
            Thread.sleep(30_000);
            starting = traffic.next();
            strain.suite().restartPostgres();
            recovery = Recovery.watch(traffic, 30);
        }
        strain.report().answers("before", before, null);
        strain.report().answers("while it is away", during, before);
        strain.report().answers("while it starts", starting, before);
        strain.report().number("as before", recovery.secondsUntilAsBefore(before), "s after", null);
        strain.requireNoFailure(recovery, before, during, starting);
        strain.check();
    }
}
