package org.kamsuite.local.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// What a stretch of traffic was answered: all that was due in it, whenever the answer came.
final class Window {

    private static final int DIGITS = 3;

    private final Histogram accepted = new ConcurrentHistogram(DIGITS);
    private final Histogram refused = new ConcurrentHistogram(DIGITS);
    private final Histogram refusedOnceSent = new ConcurrentHistogram(DIGITS);
    private final LongAdder refusals503 = new LongAdder();
    private final LongAdder refusals429 = new LongAdder();
    private final LongAdder others = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final long begin = System.nanoTime();
    private volatile long end;

    void end() {
        end = System.nanoTime();
    }

    /// @param sinceDue nanoseconds from when the request was due
    /// @param sinceSent nanoseconds from when a caller was free to send it
    void answered(int status, long sinceDue, long sinceSent) {
        if (status / 100 == 2) {
            accepted.recordValue(TimeUnit.NANOSECONDS.toMicros(sinceDue));
            return;
        }
        refused.recordValue(TimeUnit.NANOSECONDS.toMicros(sinceDue));
        refusedOnceSent.recordValue(TimeUnit.NANOSECONDS.toMicros(sinceSent));
        switch (status) {
            case 503 -> refusals503.increment();
            case 429 -> refusals429.increment();
            default -> others.increment();
        }
    }

    /// The connection broke, or nothing came in time.
    void unanswered() {
        unanswered.increment();
    }

    long total() {
        return accepted.getTotalCount() + refused.getTotalCount() + unanswered.sum();
    }

    double perSecond() {
        return total() * 1e9 / (end - begin);
    }

    double acceptedPerSecond() {
        return accepted.getTotalCount() * 1e9 / (end - begin);
    }

    double share(long count) {
        return total() == 0 ? 0 : (double) count / total();
    }

    double acceptedShare() {
        return share(accepted.getTotalCount());
    }

    double share503() {
        return share(refusals503.sum());
    }

    double share429() {
        return share(refusals429.sum());
    }

    /// Answers that are neither a success nor a refusal to come again.
    long others() {
        return others.sum();
    }

    long lost() {
        return unanswered.sum();
    }

    boolean isAllAccepted() {
        return accepted.getTotalCount() == total();
    }

    /// Milliseconds from when the request was due until it was served.
    double accepted(double percentile) {
        return accepted.getValueAtPercentile(percentile) / 1000.0;
    }

    /// Milliseconds from when the request was due until it was refused.
    double refused(double percentile) {
        return refused.getValueAtPercentile(percentile) / 1000.0;
    }

    /// Milliseconds from when the request was sent until it was refused.
    double refusedOnceSent(double percentile) {
        return refusedOnceSent.getValueAtPercentile(percentile) / 1000.0;
    }
}
