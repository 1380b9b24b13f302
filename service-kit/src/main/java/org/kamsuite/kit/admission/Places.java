package org.kamsuite.kit.admission;

import java.util.concurrent.atomic.AtomicInteger;

/// How many requests the process works on, of so many at the most.
final class Places {

    private final int most;
    private final AtomicInteger taken = new AtomicInteger();

    Places(int most) {
        this.most = most;
    }

    /// Takes a place where one is free.
    boolean tryTake() {
        var took = taken.incrementAndGet() <= most;
        if (!took) {
            taken.decrementAndGet();
        }
        return took;
    }

    /// Takes one more, whether or not there is one.
    void take() {
        taken.incrementAndGet();
    }

    void giveBack() {
        taken.decrementAndGet();
    }

    int taken() {
        return taken.get();
    }
}
