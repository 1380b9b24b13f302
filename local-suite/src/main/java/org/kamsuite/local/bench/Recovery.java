package org.kamsuite.local.bench;

import java.util.ArrayList;
import java.util.List;

/// The seconds after a fault, each a window of its own.
final class Recovery {

    /// A second is as before where its median is at most so many times that of before.
    private static final double AS_BEFORE = 2;

    private final List<Window> seconds = new ArrayList<>();

    /// Watches the traffic for so many seconds.
    static Recovery watch(Traffic traffic, int seconds) throws InterruptedException {
        var recovery = new Recovery();
        for (var second = 0; second < seconds; second++) {
            recovery.seconds.add(traffic.next());
            Thread.sleep(1000);
        }
        traffic.next();
        return recovery;
    }

    /// After how many seconds all was as before, and stayed so.
    int secondsUntilAsBefore(Window before) {
        for (var second = seconds.size(); second > 0; second--) {
            var window = seconds.get(second - 1);
            if (!window.isAllAccepted() || window.accepted(50) > AS_BEFORE * before.accepted(50)) {
                return second;
            }
        }
        return 0;
    }

    List<Window> windows() {
        return seconds;
    }
}
