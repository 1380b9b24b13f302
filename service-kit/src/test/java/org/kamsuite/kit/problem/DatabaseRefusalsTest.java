package org.kamsuite.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseRefusalsTest {

    @ParameterizedTest
    @CsvSource({
        "08006, 503",
        "28P01, 503",
        "3D000, 503",
        "53300, 503",
        "57P03, 503",
        "40001, 503",
        "55P03, 503",
        "23505, 409",
        "23514, 422",
        "22003, 422"
    })
    void tellsACallerWhetherToComeAgain(String state, int status) {
        var refusal = new IllegalStateException(new SQLException("refused", state));

        assertThat(DatabaseRefusals.problem(refusal))
                .hasValueSatisfying(problem -> assertThat(problem.status()).isEqualTo(status));
    }
}
