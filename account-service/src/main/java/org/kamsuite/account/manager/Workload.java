package org.kamsuite.account.manager;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// The accounts that a manager carries, and what more of them would mean.
record Workload(ManagerProfile profile, ManagerConfig config, List<Account> accounts) {

    /// An account and the hours that were measured.
    ///
    /// @param measured the median hours in a month
    record Account(UUID id, boolean key, BigDecimal measured) {}

    Load load() {
        var hours = accounts.stream().map(this::required).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Load.of(profile, config, accounts.size(), hours);
    }

    /// The load with the account, be it carried already or not.
    Load with(Account account) {
        var others = accounts.stream().filter(carried -> !carried.id().equals(account.id()));
        return new Workload(profile, config, Stream.concat(others, Stream.of(account)).toList())
                .load();
    }

    /// Hours in a month: what was measured, and for a key account what the role gives it at least.
    private BigDecimal required(Account account) {
        if (!account.key() || !profile.role().managesKeyAccounts()) {
            return account.measured();
        }
        return account.measured().max(config.keyAccountHours()).max(profile.hoursPerAccount());
    }
}
