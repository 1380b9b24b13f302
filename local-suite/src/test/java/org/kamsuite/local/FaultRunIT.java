package org.kamsuite.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A writer keeps its own account of what was acknowledged while every part of the suite is killed.
class FaultRunIT {

    private final int changes = Integer.getInteger("kam.fault.changes", 300);
    private final int kills = Integer.getInteger("kam.fault.kills", 5);
    private final long seed = Long.getLong("kam.fault.seed", System.nanoTime());

    @Test
    void keepsEveryAcknowledgedChangeExactlyOnceWhileItsPartsAreKilled(@TempDir Path data)
            throws IOException, InterruptedException, ExecutionException {
        System.out.printf("%d changes, %d kills%n", changes, kills);
        try (var trial = Trial.start(data, seed)) {
            var killer = new Killer(trial.suite(), seed);
            var writer = trial.writer();

            try (var background = Executors.newSingleThreadExecutor()) {
                var killing =
                        background.submit(() -> {
                            try {
                                killer.kill(kills, writer, changes / kills);
                            } finally {
                                writer.allow(changes);
                            }
                            return null;
                        });
                writer.write(changes);
                killing.get();
            }

            assertThat(killer.killed()).hasSize(kills);
            trial.awaitConvergence();
            trial.checker().checkFeed(writer.model());
            EventContract.read().check(trial.suite().brokers());
        }
    }
}
