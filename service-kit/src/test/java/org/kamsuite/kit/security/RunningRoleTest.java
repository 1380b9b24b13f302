package org.kamsuite.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kamsuite.embedded.ServersForTests;

@QuarkusTest
@QuarkusTestResource(ServersForTests.class)
class RunningRoleTest {

    private static final String NOT_ALLOWED = "42501";

    @Inject DataSource database;

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table mine (id int)",
                "create table shadow.mine (id int)",
                "alter table outbox add column mine int",
                "drop table outbox",
                "truncate changes cascade",
                "create role mine",
                "delete from flyway_schema_history",
                "update flyway_schema_history set success = false"
            })
    void changesNoTableAndNoHistoryOfThem(String sql) {
        assertThatThrownBy(() -> execute(sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo(NOT_ALLOWED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from outbox where false",
                "update changes set key = key where false",
                "truncate shadow.stale_marks"
            })
    void changesRows(String sql) {
        assertThatCode(() -> execute(sql)).doesNotThrowAnyException();
    }
}
