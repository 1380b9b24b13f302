package org.kamsuite.account.manager;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a manager carries, beside what the manager can carry.
///
/// @param hours required in a month
/// @param availableHours in a month
public record Load(
        int accounts,
        int softLimit,
        int hardLimit,
        BigDecimal hours,
        BigDecimal availableHours,
        BigDecimal targetLoad) {

    static Load of(ManagerProfile profile, ManagerConfig config, int accounts, BigDecimal hours) {
        return new Load(
                accounts,
                profile.role().softLimit(config, profile.timeShare()),
                profile.role().hardLimit(config, profile.timeShare()),
                hours.setScale(2, RoundingMode.HALF_UP),
                profile.contractHours()
                        .multiply(profile.timeShare())
                        .multiply(config.usableShare())
                        .setScale(2, RoundingMode.HALF_UP),
                config.targetLoad());
    }

    /// Required by available hours.
    public BigDecimal ratio() {
        return hours.divide(availableHours, 4, RoundingMode.HALF_UP);
    }

    /// Whether neither the number of accounts nor the hours go beyond what is possible.
    public boolean bearable() {
        return accounts <= hardLimit && hours.compareTo(availableHours) <= 0;
    }

    public boolean aboveTarget() {
        return accounts > softLimit || ratio().compareTo(targetLoad) > 0;
    }
}
