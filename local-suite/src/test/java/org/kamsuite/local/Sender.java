package org.kamsuite.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.kamsuite.local.Api.Answer;

/// Sends a change until it is known to have taken effect, however often the service dies under it.
final class Sender {

    private static final int NOT_FOUND = 404;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /// Timed out, in progress elsewhere, or no longer the version that was seen.
    private static final Set<Integer> PASSING = Set.of(408, 409, 412);

    private volatile List<Api> targets;

    /// @param targets processes of the service, any of which takes a change
    Sender(List<Api> targets) {
        this.targets = targets;
    }

    /// From now on only these processes take changes.
    void sendTo(List<Api> others) {
        targets = others;
    }

    /// Adds something, with the same key at each attempt.
    ///
    /// @return its id
    String post(String path, String body) throws InterruptedException {
        var key = UUID.randomUUID();
        return untilKnown(api -> taken(path, api.post(path, body, key)))
                .body()
                .required("id")
                .asText();
    }

    /// Changes something that nobody else changes.
    ///
    /// @param done whether it shows the change already
    void patch(String path, String body, Predicate<JsonNode> done) throws InterruptedException {
        untilKnown(api -> {
            var seen = api.get(path);
            return !seen.isSuccess() || done.test(seen.body())
                    ? taken(path, seen)
                    : taken(path, api.patch(path, body, seen.header("ETag")));
        });
    }

    /// Removes something that nobody else removes.
    void delete(String path) throws InterruptedException {
        untilKnown(api -> {
            var seen = api.get(path);
            if (seen.status() == NOT_FOUND) {
                return Optional.of(seen);
            }
            return seen.isSuccess()
                    ? taken(path, api.delete(path, seen.header("ETag")))
                    : taken(path, seen);
        });
    }

    private Answer untilKnown(Attempt attempt) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (var number = Math.floorMod(attempt.hashCode(), 2); ; number++) {
            try {
                var asked = targets;
                var answer = attempt.on(asked.get(number % asked.size()));
                if (answer.isPresent()) {
                    return answer.get();
                }
            } catch (IOException e) {
                // Whether it took effect is unknown: it can be asked, or sent with the same key.
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("A change has not taken effect in " + PATIENCE);
            }
            Thread.sleep(100);
        }
    }

    /// The answer of a success; none where it may be sent again.
    private static Optional<Answer> taken(String path, Answer answer) {
        if (answer.isSuccess()) {
            return Optional.of(answer);
        }
        if (answer.status() / 100 == 4 && !PASSING.contains(answer.status())) {
            throw new AssertionError(path + " answered " + answer.status() + answer.body());
        }
        return Optional.empty();
    }

    /// One try; empty where another is needed.
    private interface Attempt {
        Optional<Answer> on(Api api) throws IOException, InterruptedException;
    }
}
