package org.kamsuite.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kamsuite.embedded.Refusals;
import org.kamsuite.embedded.ServersForTests;

/// What was decided stays as it was filed: the service's own role may not change it.
@QuarkusTest
@QuarkusTestResource(ServersForTests.class)
class AuditTest {

    @Inject DataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update score_history set verdict = '{}'",
                "update score_history set computed_at = now()"
            })
    void theServiceChangesNothingThatItHasFiled(String sql) {
        assertThat(Refusals.of(database, sql)).isEqualTo(Refusals.NOT_ALLOWED);
    }
}
