package org.kamsuite.account.manager;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// In which role somebody manages accounts.
@Schema(
        name = "ManagerRole",
        description =
                "DEDICATED works for key accounts only; ACTING beside other work; REGULAR serves them as any other")
public enum Role {
    /// A key account manager by profession.
    DEDICATED,
    /// Somebody who manages key accounts beside other work.
    ACTING,
    /// An account manager of many accounts, none of them a key account.
    REGULAR;

    /// Whether key accounts can be given to this role.
    public boolean managesKeyAccounts() {
        return this != REGULAR;
    }

    int softLimit(ManagerConfig config, BigDecimal timeShare) {
        return limit(config.softLimit(), config.regularSoftLimit(), timeShare);
    }

    int hardLimit(ManagerConfig config, BigDecimal timeShare) {
        return limit(config.hardLimit(), config.regularHardLimit(), timeShare);
    }

    private int limit(int key, int regular, BigDecimal timeShare) {
        return switch (this) {
            case DEDICATED -> key;
            case ACTING -> Math.max(1, timeShare.multiply(BigDecimal.valueOf(key)).intValue());
            case REGULAR -> regular;
        };
    }
}
