package org.kamsuite.account.manager;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadTest {

    static final ManagerConfig CONFIG =
            new SmallRyeConfigBuilder()
                    .withMapping(ManagerConfig.class)
                    .build()
                    .getConfigMapping(ManagerConfig.class);

    @Test
    void leavesAPartOfTheContractForOtherThings() {
        var load = load(3, "64");

        assertThat(load.availableHours()).isEqualByComparingTo("128");
        assertThat(load.ratio()).isEqualByComparingTo("0.5");
        assertThat(load.aboveTarget()).isFalse();
    }

    @Test
    void isUnbearableBeyondTheHoursOrTheNumberOfAccounts() {
        assertThat(load(3, "128").bearable()).isTrue();
        assertThat(load(3, "128.01").bearable()).isFalse();
        assertThat(load(6, "12").bearable()).isTrue();
        assertThat(load(7, "12").bearable()).isFalse();
    }

    @Test
    void givesAnActingManagerAShareOfTheAccounts() {
        assertThat(limit(Role.ACTING, "0.5")).isEqualTo(3);
        assertThat(limit(Role.ACTING, "0.2")).isEqualTo(1);
        assertThat(limit(Role.DEDICATED, "0.5")).isEqualTo(6);
        assertThat(limit(Role.REGULAR, "1")).isEqualTo(20);
    }

    private static Load load(int accounts, String hours) {
        return Load.of(manager(Role.DEDICATED, "1"), CONFIG, accounts, new BigDecimal(hours));
    }

    private static int limit(Role role, String timeShare) {
        return Load.of(manager(role, timeShare), CONFIG, 0, BigDecimal.ZERO).hardLimit();
    }

    static ManagerProfile manager(Role role, String timeShare) {
        return new ManagerProfile(
                "Clara",
                role,
                true,
                new BigDecimal("160"),
                new BigDecimal(timeShare),
                new BigDecimal("12"),
                List.of("pt-BR"),
                "America/Sao_Paulo",
                LocalTime.of(9, 0),
                LocalTime.of(18, 0),
                null);
    }
}
