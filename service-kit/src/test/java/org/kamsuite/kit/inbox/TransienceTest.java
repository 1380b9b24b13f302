package org.kamsuite.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransienceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "25006", "25P03", "28P01", "3D000", "40001", "42703", "42P01", "53300",
                "55006", "55P03", "57P03", "58030", "XX001"
            })
    void whatIsNotTheRecordsFaultPasses(String state) {
        assertThat(Transience.passes(new SQLException("x", state))).isTrue();
        assertThat(Transience.passes(new IllegalStateException(new SQLException("x", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23502", "23505", "23514", "42601"})
    void whatTheRecordCausesComesBack(String state) {
        assertThat(Transience.passes(new BatchUpdateException("x", state, 0, new int[0])))
                .isFalse();
    }
}
