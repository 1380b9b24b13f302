package org.kamsuite.kit.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.kit.inbox.NoteInbox;
import org.kamsuite.kit.time.Ids;

@QuarkusTest
@QuarkusTestResource(ServersForTests.class)
class RebuildFenceTest {

    private static final String TOPIC = "opportunities";

    @Inject DataSource database;
    @Inject NoteInbox notes;
    @Inject ProjectionRebuild projectionRebuild;

    @Test
    void keepsAProcessThatHasLostTheLockFromWriting() throws SQLException {
        try (var guard = database.getConnection()) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> noneRuns() && RebuildRows.lock(guard));
            try {
                var filed = RebuildRows.file(guard, Ids.next(), TOPIC, "ana");
                var lost = RebuildRows.begin(guard).orElseThrow();
                var holder = RebuildRows.begin(guard).orElseThrow();
                var inbox = notes.inbox();

                assertThatExceptionOfType(RebuildFenced.class)
                        .isThrownBy(() -> projectionRebuild.run(inbox, lost));
                RebuildRows.failed(guard, lost, "lost");
                assertThat(state(filed)).isEqualTo(Rebuild.State.RUNNING);

                projectionRebuild.run(inbox, holder);
                assertThat(state(filed)).isEqualTo(Rebuild.State.SWAPPED);
            } finally {
                RebuildRows.unlock(guard);
            }
        }
    }

    private boolean noneRuns() throws SQLException {
        try (var connection = database.getConnection()) {
            return RebuildRows.newest(connection, 100).stream()
                    .noneMatch(rebuild -> rebuild.state() == Rebuild.State.RUNNING);
        }
    }

    private Rebuild.State state(Rebuild filed) throws SQLException {
        try (var connection = database.getConnection()) {
            return RebuildRows.newest(connection, 10).stream()
                    .filter(rebuild -> rebuild.id().equals(filed.id()))
                    .findFirst()
                    .orElseThrow()
                    .state();
        }
    }
}
