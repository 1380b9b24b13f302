package org.kamsuite.local.bench;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kamsuite.local.Trouble;

/// Requests at a steady rate, whatever the answers do, until it is closed.
final class Traffic implements AutoCloseable {

    private static final long LAST_ANSWER_SECONDS = 60;

    private final Workload workload;
    private final double perSecond;
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService clock = Executors.newSingleThreadExecutor();
    private final Future<?> ticking;
    private volatile Window window = new Window();
    private volatile boolean ended;

    Traffic(Workload workload, double perSecond) {
        this.workload = workload;
        this.perSecond = perSecond;
        this.ticking = clock.submit(this::tick);
    }

    /// From now on what is due counts in a new window, which is complete once the traffic is
    /// closed.
    Window next() {
        var last = window;
        window = new Window();
        last.end();
        return window;
    }

    private Void tick() throws InterruptedException {
        var start = System.nanoTime();
        for (var number = 0L; !ended; number++) {
            var due = start + (long) (number / perSecond * 1e9);
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            var current = window;
            var call = workload.next();
            callers.execute(() -> send(call, current, due));
        }
        return null;
    }

    private static void send(Workload.Call call, Window window, long due) {
        var sent = System.nanoTime();
        try {
            var status = call.send().status();
            var answered = System.nanoTime();
            window.answered(status, answered - due, answered - sent);
        } catch (IOException e) {
            window.unanswered();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Sends no more, and waits for the answers that are still to come.
    @Override
    public void close() {
        ended = true;
        window.end();
        try {
            ticking.get(LAST_ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Trouble("The traffic broke: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            clock.shutdown();
            callers.close();
        }
    }
}
