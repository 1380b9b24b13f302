package org.kamsuite.local.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.kamsuite.local.Suite;

/// Seventy hundredths of the capacity for minutes on end: nothing may grow or become slower.
final class Soak implements Scenario {

    private static final double SHARE = 0.7;
    private static final int LOOKS_A_MINUTE = 12;

    @Override
    public void run(Strain strain) throws IOException, InterruptedException {
        var minutes = (int) strain.soak().toMinutes();
        strain.report().section("Soak: " + minutes + " minutes at 70 % of capacity");
        var windows = new ArrayList<Window>();
        var memory = new ArrayList<List<Memory>>();
        try (var traffic = strain.traffic(SHARE)) {
            // The first minute fills caches and compiles.
            for (var minute = 0; minute <= minutes; minute++) {
                windows.add(traffic.next());
                memory.add(minuteOf(strain));
            }
        }
        for (var minute = 0; minute <= minutes; minute++) {
            strain.report()
                    .answers(
                            "minute " + minute,
                            windows.get(minute),
                            minute > 1 ? windows.get(1) : null);
        }
        for (var service = 0; service < Suite.SERVICES.size(); service++) {
            report(strain.report(), memory.get(1).get(service), memory.getLast().get(service));
        }
        var refused = windows.stream().filter(window -> !window.isAllAccepted()).count();
        strain.report().required(refused + " minutes with an answer other than 2xx", refused == 0);
        strain.check();
    }

    private static void report(Report report, Memory first, Memory last) {
        report.number(last.service() + " resident", last.resident(), "MB", first.resident());
        report.number(last.service() + " least heap", last.heap(), "MB", first.heap());
    }

    /// The last resident sets and the least heaps of a minute.
    private static List<Memory> minuteOf(Strain strain) throws IOException, InterruptedException {
        var end = System.nanoTime() + 60_000_000_000L;
        var looks = Memory.of(strain.suite());
        for (var look = 1; look <= LOOKS_A_MINUTE; look++) {
            Thread.sleep(
                    Math.max(
                            0,
                            (end - System.nanoTime()) / 1_000_000 / (LOOKS_A_MINUTE - look + 1)));
            looks = Memory.join(looks, Memory.of(strain.suite()));
        }
        return looks;
    }
}
