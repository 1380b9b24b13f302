package org.kamsuite.account.manager;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.AccountSequence;
import org.kamsuite.kit.problem.Invalid;
import org.kamsuite.kit.rest.Precondition;
import org.kamsuite.kit.security.Caller;
import org.kamsuite.kit.time.Ids;

/// The managers and what they can carry.
@ApplicationScoped
@Transactional
public class Team {

    private final Managers managers;
    private final Loads loads;
    private final ManagerConfig config;
    private final AccountSequence sequence;
    private final Caller caller;
    private final Precondition precondition;

    @Inject
    Team(
            Managers managers,
            Loads loads,
            ManagerConfig config,
            AccountSequence sequence,
            Caller caller,
            Precondition precondition) {
        this.managers = managers;
        this.loads = loads;
        this.config = config;
        this.sequence = sequence;
        this.caller = caller;
        this.precondition = precondition;
    }

    public Manager admit(ManagerProfile profile) {
        requireWorkingDay(profile);
        var manager = new Manager(Ids.next(), profile);
        managers.persistAndFlush(manager);
        return manager;
    }

    public Manager describe(UUID id, ManagerProfile profile) {
        requireWorkingDay(profile);
        var before = managers.required(id).profile();
        var manages = loads.accounts(id);
        // Accounts come before managers, as when one is confirmed.
        sequence.lock(manages);
        var manager = managers.lockOf(id);
        precondition.require(Long.toString(manager.version()));
        manager.describe(profile);
        managers.flush();
        if (!Objects.equals(before.userName(), profile.userName())) {
            tell(manages, before, profile);
        }
        return manager;
    }

    /// The manager is of the teams of these accounts by another name.
    private void tell(Collection<UUID> accounts, ManagerProfile before, ManagerProfile after) {
        var versions = sequence.advance(accounts);
        sequence.changed(
                versions.entrySet().stream()
                        .map(advanced ->
                                new AccountSequence.Change(
                                        advanced.getKey(),
                                        advanced.getValue().sequence(),
                                        "team-changed",
                                        caller.name(),
                                        new UserName(before.userName()),
                                        new UserName(after.userName())))
                        .toList());
    }

    public Manager find(UUID id) {
        return managers.required(id);
    }

    public Load loadOf(Manager manager) {
        return loads.of(manager).load();
    }

    /// Locks the manager and refuses the key account if it does not fit.
    public void requireRoom(UUID id, UUID account) {
        var manager = lockActive(id);
        if (!manager.profile().role().managesKeyAccounts()) {
            throw new ManagerUnsuited(manager.profile().name() + " is no key account manager");
        }
        requireBearable(manager, account, true);
    }

    /// Locks the manager, of whichever role, and refuses the account that is no key account any
    /// more if it does not fit.
    public void requireRoomForFormer(UUID id, UUID account) {
        requireBearable(lockActive(id), account, false);
    }

    private void requireBearable(Manager manager, UUID account, boolean key) {
        var hours = loads.measured(List.of(account)).getOrDefault(account, BigDecimal.ZERO);
        var after = loads.of(manager).with(new Workload.Account(account, key, hours));
        if (!after.bearable()) {
            throw new ManagerFull(manager.profile().name(), after);
        }
    }

    private Manager lockActive(UUID id) {
        var manager = managers.lockOf(id);
        if (!manager.profile().active()) {
            throw new ManagerUnsuited(manager.profile().name() + " is not active");
        }
        return manager;
    }

    /// Those of the accounts that some key account manager could carry as one more key account.
    public Set<UUID> roomFor(Collection<UUID> accounts) {
        var workloads = loads.of(managers.ofKeyAccounts());
        return loads.measured(accounts).entrySet().stream()
                .map(hours -> new Workload.Account(hours.getKey(), true, hours.getValue()))
                .filter(account ->
                        workloads.stream().anyMatch(load -> load.with(account).bearable()))
                .map(Workload.Account::id)
                .collect(Collectors.toSet());
    }

    /// The key accounts that all key account managers together can carry, by number.
    public int hardLimit() {
        return managers.ofKeyAccounts().stream()
                .map(Manager::profile)
                .mapToInt(profile -> profile.role().hardLimit(config, profile.timeShare()))
                .sum();
    }

    /// A name as changes tell it.
    record UserName(@Nullable String userName) {}

    private static void requireWorkingDay(ManagerProfile profile) {
        if (!profile.worksFrom().isBefore(profile.worksUntil())) {
            throw new Invalid(
                    "/worksUntil",
                    "A working day ends after it starts: "
                            + profile.worksUntil()
                            + " is not after "
                            + profile.worksFrom());
        }
    }
}
