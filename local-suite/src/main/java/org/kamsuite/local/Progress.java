package org.kamsuite.local;

import java.io.PrintStream;

/// Tells the person at the keyboard what is going on.
final class Progress {

    private final PrintStream out;
    private final long start = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void step(String what) {
        out.printf("%6.1f s  %s%n", (System.nanoTime() - start) / 1e9, what);
    }

    void say(String text) {
        out.println(text);
    }
}
