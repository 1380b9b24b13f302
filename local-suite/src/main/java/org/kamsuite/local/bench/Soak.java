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
        var footprints = new ArrayList<List<Footprint>>();
        try (var traffic = strain.traffic(SHARE)) {
            // The first minute fills caches and compiles.
            for (var minute = 0; minute <= minutes; minute++) {
                windows.add(traffic.next());
                footprints.add(minuteOf(strain));
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
            var place = service;
            report(strain.report(), footprints.stream().map(each -> each.get(place)).toList());
        }
        var refused = windows.stream().filter(window -> !window.isAllAccepted()).count();
        strain.report().required(refused + " minutes with an answer other than 2xx", refused == 0);
        strain.check();
    }

    /// The last minute against the first, and the processors that were at work from then on.
    private static void report(Report report, List<Footprint> minutes) {
        var first = minutes.get(1);
        var last = minutes.getLast();
        report.number(last.service() + " resident", last.resident(), "MB", first.resident());
        report.number(last.service() + " least heap", last.heap(), "MB", first.heap());
        var seconds = last.processor() - minutes.getFirst().processor();
        report.number(
                last.service() + " at work",
                1000 * seconds / (60 * (minutes.size() - 1)),
                "thousandths of a processor",
                null);
    }

    /// The footprints at the end of a minute, with the least heaps in it.
    private static List<Footprint> minuteOf(Strain strain)
            throws IOException, InterruptedException {
        var end = System.nanoTime() + 60_000_000_000L;
        var looks = Footprint.of(strain.suite());
        for (var look = 1; look <= LOOKS_A_MINUTE; look++) {
            Thread.sleep(
                    Math.max(
                            0,
                            (end - System.nanoTime()) / 1_000_000 / (LOOKS_A_MINUTE - look + 1)));
            looks = Footprint.join(looks, Footprint.of(strain.suite()));
        }
        return looks;
    }
}
