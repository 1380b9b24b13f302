package org.kamsuite.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kamsuite.embedded.ServersForTests;

/// What was decided stays as it was filed: the service's own role may not change it.
@QuarkusTest
@QuarkusTestResource(ServersForTests.class)
class AuditTest {

    @Inject DataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {"delete from opportunity_moves", "update opportunity_moves set at = now()"})
    void theServiceChangesNothingThatItHasFiled(String sql) {
        assertThatThrownBy(() -> execute(sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
