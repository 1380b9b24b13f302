package org.kamsuite.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kamsuite.embedded.Refusals;
import org.kamsuite.embedded.ServersForTests;

@QuarkusTest
@QuarkusTestResource(ServersForTests.class)
class RunningRoleTest {

    @Inject DataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table mine (id int)",
                "create table shadow.mine (id int)",
                "alter table outbox add column mine int",
                "drop table outbox",
                "truncate changes cascade",
                "update changes set data = data where false",
                "create role mine",
                "delete from flyway_schema_history",
                "update flyway_schema_history set success = false"
            })
    void changesNoTableAndNoHistoryOfThem(String sql) {
        assertThat(Refusals.of(database, sql)).isEqualTo(Refusals.NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from outbox where false",
                "update changes set feed_position = null where false",
                "truncate shadow.stale_marks"
            })
    void changesRows(String sql) {
        assertThat(Refusals.of(database, sql)).isNull();
    }
}
