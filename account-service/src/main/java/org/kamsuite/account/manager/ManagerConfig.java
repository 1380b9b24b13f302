package org.kamsuite.account.manager;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/// How many accounts a manager can carry.
@StaticInitSafe
@ConfigMapping(prefix = "kam.managers")
public interface ManagerConfig {

    /// The number of key accounts that a key account manager should not exceed.
    @WithDefault("4")
    int softLimit();

    /// The number of key accounts that a key account manager never exceeds.
    @WithDefault("6")
    int hardLimit();

    /// The number of accounts that a regular account manager should not exceed.
    @WithDefault("10")
    int regularSoftLimit();

    /// The number of accounts that a regular account manager never exceeds.
    @WithDefault("20")
    int regularHardLimit();

    /// The hours in a month that a key account takes at least of a key account manager.
    @WithDefault("12")
    BigDecimal keyAccountHours();

    /// The part of the contract's hours that is left for accounts.
    @WithDefault("0.8")
    BigDecimal usableShare();

    /// The load that is aimed at; more than 1 is refused.
    @WithDefault("0.85")
    BigDecimal targetLoad();
}
