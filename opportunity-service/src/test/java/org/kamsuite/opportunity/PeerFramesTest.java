package org.kamsuite.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.opportunity.frame.PeerFrames;

/// Each test works in a transaction of its own that is rolled back.
@QuarkusTest
@QuarkusTestResource(
        value = ServersForTests.class,
        initArgs = @ResourceArg(name = "database", value = "opportunity"))
class PeerFramesTest {

    private static final String TWO_MINUTES_PASS =
            "update peer_frames set made_at = made_at - interval '2 minutes'";

    @Inject PeerFrames frames;
    @Inject DataSource database;

    private Connection connection;

    @BeforeEach
    void haveAFrameOfTwelveAccounts() throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        execute("delete from peer_frames");
        execute("delete from account_holdings");
        execute("delete from account_facts");
        execute(
                """
                insert into account_facts (account_id, epoch, sequence, name, sheet)
                select gen_random_uuid(), 1, 1, 'Aurora', '{"status": "ACTIVE"}'
                from generate_series(1, 12)
                """);
        hold(20);
        current();
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void hold(int products) throws SQLException {
        execute(
                """
                insert into account_holdings (holding_id, account_id, product_code, starts_on)
                select gen_random_uuid(), account_id, 'SENSOR', '2020-01-01'
                from account_facts, generate_series(1, 2)
                limit %d
                """
                        .formatted(products));
    }

    private long current() throws SQLException {
        return frames.current(connection).frame();
    }

    @Test
    void keepsWhatPeersSpendByTheirRevenue() throws SQLException {
        execute("delete from account_holdings");
        execute(
                """
                update account_facts set sheet = sheet || '{"customerRevenue": "1000.0000"}'
                """);
        execute(
                """
                insert into account_holdings (
                    holding_id, account_id, product_code, annual_value, starts_on)
                select gen_random_uuid(), account_id, 'SENSOR', 100, '2020-01-01'
                from account_facts
                """);
        var frame = frames.make(connection, null);
        var account = anAccount();

        var peers = frames.lookup(connection, Optional.of(frame)).of(List.of(account));

        assertThat(
                        Objects.requireNonNull(peers.get(account))
                                .wallet("SENSOR", null, new BigDecimal("2000"))
                                .orElseThrow()
                                .mid())
                .isEqualTo("200.0000");
    }

    private UUID anAccount() throws SQLException {
        try (var select = connection.createStatement();
                var rows = select.executeQuery("select account_id from account_facts limit 1")) {
            rows.next();
            return rows.getObject(1, UUID.class);
        }
    }

    @Test
    void staysWhileLittleComesIn() throws SQLException {
        var before = current();
        execute(TWO_MINUTES_PASS);
        hold(5);

        assertThat(current()).isEqualTo(before);
    }

    @Test
    void isMadeAnewOnceHoldingsHaveGrownByMoreThanHalf() throws SQLException {
        var before = current();
        hold(11);
        assertThat(current()).isEqualTo(before);

        execute(TWO_MINUTES_PASS);

        assertThat(current()).isGreaterThan(before);
    }

    @Test
    void staysFromTheSecondDayOn() throws SQLException {
        execute("update peer_frames set made_on = made_on - 1");
        var second = frames.make(connection, null).frame();
        execute(TWO_MINUTES_PASS);
        hold(24);

        assertThat(current()).isEqualTo(second);
    }

    @Test
    void isMadeAnewThoughFramesOfNoAccountsCameBefore() throws SQLException {
        execute("update peer_frames set made_on = made_on - 1, members = 0");
        var second = frames.make(connection, null).frame();
        execute(TWO_MINUTES_PASS);
        hold(24);

        assertThat(current()).isGreaterThan(second);
    }
}
