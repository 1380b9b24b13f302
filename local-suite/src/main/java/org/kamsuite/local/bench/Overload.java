package org.kamsuite.local.bench;

import java.io.IOException;

/// Three times as many requests as the suite can serve, for a minute.
final class Overload implements Scenario {

    private static final double USUAL = 0.5;
    private static final double TOO_MANY = 3;

    @Override
    public void run(Strain strain) throws IOException, InterruptedException {
        strain.report().section("Overload: 60 s at 3 × capacity, 50 % of it before and after");
        Window before;
        Window during;
        Recovery recovery;
        Traffic after;
        try (var traffic = strain.traffic(USUAL)) {
            Thread.sleep(10_000);
            before = traffic.next();
            Thread.sleep(20_000);
        }
        var refusedBefore = strain.refusals();
        try (var traffic = strain.traffic(TOO_MANY)) {
            during = traffic.next();
            Thread.sleep(60_000);
            // What is still in work is what the next ones meet.
            after = strain.traffic(USUAL);
        }
        try (after) {
            recovery = Recovery.watch(after, 30);
        }
        strain.report().answers("before", before, null);
        strain.report().answers("at 3 × capacity", during, before);
        strain.report()
                .number(
                        "refused, by the services' own measure",
                        strain.refusals().since(refusedBefore).meanMilliseconds(),
                        "ms in the mean",
                        null);
        strain.report().number("as before", recovery.secondsUntilAsBefore(before), "s after", null);
        strain.requireNoFailure(recovery, before, during);
        strain.report().required(during.lost() + " requests without an answer", during.lost() == 0);
        strain.check();
    }
}
