package org.kamsuite.local.bench;

import java.io.IOException;
import org.kamsuite.embedded.Freeze;
import org.kamsuite.local.ServiceProcess;

/// One service does not move for half a minute: the others do not notice, and it catches up.
final class SlowConsumer implements Scenario {

    private static final double SHARE = 0.5;
    private static final String SLOW = "scoring-service";
    private static final String LAG = "kam_consumer_lag";

    @Override
    public void run(Strain strain) throws IOException, InterruptedException {
        strain.report().section("Slow consumer: " + SLOW + " stands still for 30 s");
        Window before;
        Window during;
        double most;
        double caughtUp;
        try (var traffic = strain.trafficWithoutScores(SHARE)) {
            Thread.sleep(10_000);
            before = traffic.next();
            Thread.sleep(20_000);
            during = traffic.next();
            var slow = strain.suite().service(SLOW);
            try (var _ = Freeze.of(slow.process())) {
                Thread.sleep(30_000);
            }
            var start = System.nanoTime();
            most = awaitLag(slow);
            while (Metrics.of(slow).sum(LAG) > most / 20) {
                Thread.sleep(200);
            }
            caughtUp = (System.nanoTime() - start) / 1e9;
            traffic.next();
        }
        strain.report().answers("the others before", before, null);
        strain.report().answers("the others meanwhile", during, before);
        strain.report().count("most records behind", Math.round(most));
        strain.report().number("caught up, after it moves again", caughtUp, "s", null);
        strain.report()
                .required(
                        "every request to the others was served",
                        before.isAllAccepted() && during.isAllAccepted());
        strain.check();
    }

    /// The greatest lag of the first seconds: it is told once the broker has been asked.
    private static double awaitLag(ServiceProcess slow) throws IOException, InterruptedException {
        var most = 0.0;
        for (var look = 0; look < 20; look++) {
            most = Math.max(most, Metrics.of(slow).sum(LAG));
            Thread.sleep(100);
        }
        return most;
    }
}
