package org.kamsuite.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.kamsuite.local.Trouble;

/// How long calls took, and how many were answered a second.
record Latencies(Histogram microseconds, double perSecond) {

    private static final int DIGITS = 3;
    private static final int WARM_UP_CALLS = 50;

    /// So many callers, each of which calls again as soon as it has its answer; half the time
    /// before that they only warm up.
    static Latencies closedLoop(int callers, Duration time, Callable<?> call)
            throws InterruptedException {
        loop(callers, time.dividedBy(2), call);
        return loop(callers, time, call);
    }

    private static Latencies loop(int callers, Duration time, Callable<?> call)
            throws InterruptedException {
        var histogram = new ConcurrentHistogram(DIGITS);
        var start = System.nanoTime();
        var end = start + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var running = new ArrayList<Future<?>>();
            for (var caller = 0; caller < callers; caller++) {
                running.add(
                        threads.submit(() -> {
                            while (System.nanoTime() < end) {
                                timed(histogram, System.nanoTime(), call);
                            }
                            return null;
                        }));
            }
            join(running);
        }
        return of(histogram, start);
    }

    /// Calls at a steady rate whatever the answers do; the time counts from when a call was due, so
    /// that one slow answer shows in all calls that it kept waiting.
    static Latencies openLoop(double perSecond, Duration time, Callable<?> call)
            throws InterruptedException {
        warmUp(call);
        var histogram = new ConcurrentHistogram(DIGITS);
        var start = System.nanoTime();
        var calls = Math.max(1, (int) (perSecond * time.toSeconds()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var number = 0; number < calls; number++) {
                var due = start + (long) (number / perSecond * 1e9);
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                running.add(
                        threads.submit(() -> {
                            timed(histogram, due, call);
                            return null;
                        }));
            }
            join(running);
        }
        return of(histogram, start);
    }

    /// One call after the other, so many of them; the call itself says how long it took.
    static Latencies oneByOne(int calls, Callable<Duration> call) throws InterruptedException {
        var histogram = new Histogram(DIGITS);
        var start = System.nanoTime();
        for (var number = 0; number < calls; number++) {
            try {
                histogram.recordValue(call.call().toNanos() / 1000);
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                throw new Trouble("A measured call failed: " + e, e);
            }
        }
        return of(histogram, start);
    }

    private static void warmUp(Callable<?> call) {
        try {
            for (var number = 0; number < WARM_UP_CALLS; number++) {
                call.call();
            }
        } catch (Exception e) {
            throw new Trouble("A call to be measured failed: " + e, e);
        }
    }

    private static void timed(Histogram histogram, long since, Callable<?> call) throws Exception {
        call.call();
        histogram.recordValue((System.nanoTime() - since) / 1000);
    }

    private static void join(List<Future<?>> running) throws InterruptedException {
        for (var each : running) {
            try {
                each.get();
            } catch (ExecutionException e) {
                throw new Trouble("A measured call failed: " + e.getCause(), e);
            }
        }
    }

    private static Latencies of(Histogram histogram, long start) {
        var seconds = (System.nanoTime() - start) / 1e9;
        return new Latencies(histogram, histogram.getTotalCount() / seconds);
    }

    double milliseconds(double percentile) {
        return microseconds.getValueAtPercentile(percentile) / 1000.0;
    }
}
