package org.kamsuite.account.manager;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.kamsuite.kit.problem.Invalid;
import org.kamsuite.kit.rest.Precondition;
import org.kamsuite.kit.time.Ids;

/// The managers and what they can carry.
@ApplicationScoped
@Transactional
public class Team {

    private final Managers managers;
    private final Loads loads;
    private final ManagerConfig config;
    private final Precondition precondition;

    @Inject
    Team(Managers managers, Loads loads, ManagerConfig config, Precondition precondition) {
        this.managers = managers;
        this.loads = loads;
        this.config = config;
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
        var manager = managers.lockOf(id);
        precondition.require(Long.toString(manager.version()));
        manager.describe(profile);
        managers.flush();
        return manager;
    }

    public Manager find(UUID id) {
        return managers.required(id);
    }

    public Load loadOf(Manager manager) {
        return loads.of(manager);
    }

    /// Locks the manager and refuses the key account if it does not fit.
    public void requireRoom(UUID id, UUID account) {
        var manager = lockActive(id);
        var profile = manager.profile();
        if (!profile.role().managesKeyAccounts()) {
            throw new ManagerUnsuited(profile.name() + " is no key account manager");
        }
        var after = loads.with(manager, account);
        if (!after.bearable()) {
            throw new ManagerFull(profile.name(), after);
        }
    }

    /// Locks the manager, who must still work with us, to take over an account that is no key
    /// account any more.
    public void requireActive(UUID id) {
        lockActive(id);
    }

    private Manager lockActive(UUID id) {
        var manager = managers.lockOf(id);
        if (!manager.profile().active()) {
            throw new ManagerUnsuited(manager.profile().name() + " is not active");
        }
        return manager;
    }

    /// Whether any key account manager could carry this account.
    public boolean hasRoomFor(UUID account) {
        return managers.ofKeyAccounts().stream()
                .anyMatch(manager -> loads.with(manager, account).bearable());
    }

    /// The key accounts that all key account managers together can carry, by number.
    public int hardLimit() {
        return managers.ofKeyAccounts().stream()
                .map(Manager::profile)
                .mapToInt(profile -> profile.role().hardLimit(config, profile.timeShare()))
                .sum();
    }

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
