package org.kamsuite.kit.rest;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.kamsuite.kit.admission.Waiting;
import org.kamsuite.kit.problem.Invalid;
import org.kamsuite.kit.problem.ValueForms;

/// Waits until the answer rests on what the caller has written, or says how far it is behind.
@Provider
@WaitsForFacts
public class WaitForFilter implements ContainerRequestFilter {

    private static final Pattern FORM =
            Pattern.compile(
                    "(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12});(\\d{1,18})\\.(\\d{1,18})(?:;(\\d{1,5})ms)?");
    private static final Duration USUAL = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final int MOST_WAITERS = 32;

    private final Instance<Freshness> freshness;
    private final Semaphore waiters = new Semaphore(MOST_WAITERS);

    @Inject
    WaitForFilter(Instance<Freshness> freshness) {
        this.freshness = freshness;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var header = request.getHeaderString("X-Wait-For");
        if (header == null) {
            return;
        }
        var form = FORM.matcher(header);
        if (!form.matches()) {
            throw new Invalid(
                    "X-Wait-For",
                    "X-Wait-For has the form <account id>;<epoch>.<sequence>[;<milliseconds>ms], not "
                            + ValueForms.shown(header));
        }
        var account = UUID.fromString(form.group(1));
        var wait =
                form.group(4) == null
                        ? USUAL
                        : Duration.ofMillis(
                                Math.min(LONGEST.toMillis(), Long.parseLong(form.group(4))));
        await(account, Long.parseLong(form.group(2)), Long.parseLong(form.group(3)), wait);
    }

    private void await(UUID account, long epoch, long sequence, Duration wait) {
        var end = System.nanoTime() + wait.toNanos();
        var basis = freshness.get().basisOf(account);
        if (basis.reaches(epoch, sequence)) {
            return;
        }
        if (!waiters.tryAcquire()) {
            throw new ProjectionBehind(basis, epoch, sequence);
        }
        try (var _ = Waiting.ofCurrentRequest()) {
            while (!basis.reaches(epoch, sequence)) {
                if (System.nanoTime() > end) {
                    throw new ProjectionBehind(basis, epoch, sequence);
                }
                Thread.sleep(LOOK);
                basis = freshness.get().basisOf(account);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProjectionBehind(basis, epoch, sequence);
        } finally {
            waiters.release();
        }
    }
}
