package org.kamsuite.local.bench;

import java.io.IOException;
import java.sql.SQLException;

/// The broker is away for a minute: reads and writes go on, and what they change is told later.
final class BrokerAway implements Scenario {

    private static final double SHARE = 0.5;

    @Override
    public void run(Strain strain) throws IOException, InterruptedException, SQLException {
        strain.report().section("Broker away: 60 s at 50 % of capacity");
        Window before;
        Window during;
        Window after;
        long usual;
        long waiting;
        double drained;
        try (var traffic = strain.traffic(SHARE)) {
            Thread.sleep(10_000);
            before = traffic.next();
            Thread.sleep(20_000);
            usual = strain.waitingForTheBroker();
            during = traffic.next();
            strain.suite().broker().destroyForcibly().waitFor();
            Thread.sleep(60_000);
            waiting = strain.waitingForTheBroker();
            after = traffic.next();
            strain.suite().restartBroker();
            drained = strain.awaitDrained(usual + (long) (SHARE * 100));
            Thread.sleep(20_000);
        }
        strain.report().answers("before", before, null);
        strain.report().answers("while it is away", during, before);
        strain.report().answers("after", after, before);
        strain.report().count("changes that wait for it at the end", waiting);
        strain.report().number("told, after it answers again", drained, "s", null);
        var refused = before.isAllAccepted() && during.isAllAccepted() && after.isAllAccepted();
        strain.report().required("every request was served all the while", refused);
        strain.check();
    }
}
