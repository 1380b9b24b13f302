package org.kamsuite.account.manager;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.kamsuite.kit.problem.NotFound;

/// The managers of accounts.
@ApplicationScoped
class Managers implements PanacheRepositoryBase<Manager, UUID> {

    Manager required(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("manager", id));
    }

    /// The manager, locked until the transaction ends.
    Manager lockOf(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new NotFound("manager", id));
    }

    List<Manager> ofKeyAccounts() {
        return list("profile.active = true and profile.role <> ?1", Role.REGULAR);
    }
}
