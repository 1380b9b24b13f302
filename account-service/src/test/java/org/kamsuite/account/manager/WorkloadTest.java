package org.kamsuite.account.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    private static final UUID ACCOUNT = new UUID(0, 1);

    @Test
    void givesAKeyAccountTheMinimumOfTheRoleAndAnyOtherWhatWasMeasured() {
        assertThat(hours(Role.DEDICATED, account(true, "3"))).isEqualByComparingTo("12");
        assertThat(hours(Role.ACTING, account(true, "20.5"))).isEqualByComparingTo("20.5");
        assertThat(hours(Role.DEDICATED, account(false, "3"))).isEqualByComparingTo("3");
        assertThat(hours(Role.REGULAR, account(true, "3"))).isEqualByComparingTo("3");
    }

    @Test
    void countsAnAccountOnceThatIsCarriedAlready() {
        var carried = workload(Role.DEDICATED, account(false, "3"));

        var load = carried.with(account(true, "3"));

        assertThat(load.accounts()).isEqualTo(1);
        assertThat(load.hours()).isEqualByComparingTo("12");
    }

    private static BigDecimal hours(Role role, Workload.Account account) {
        return workload(role, account).load().hours();
    }

    private static Workload workload(Role role, Workload.Account account) {
        return new Workload(LoadTest.manager(role, "1"), LoadTest.CONFIG, List.of(account));
    }

    private static Workload.Account account(boolean key, String measured) {
        return new Workload.Account(ACCOUNT, key, new BigDecimal(measured));
    }
}
