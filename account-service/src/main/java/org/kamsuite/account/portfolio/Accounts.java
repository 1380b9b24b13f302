package org.kamsuite.account.portfolio;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kamsuite.kit.problem.NotFound;

/// The accounts and the identifiers other systems know them by.
@ApplicationScoped
class Accounts implements PanacheRepositoryBase<Account, UUID> {

    Account required(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("account", id));
    }

    /// The account, locked until the transaction ends.
    Account lockOf(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new NotFound("account", id));
    }

    /// A new version of an account of which only the names have changed.
    void renew(Account account) {
        getEntityManager().lock(account, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        flush();
    }

    /// Moves in the hierarchy happen one after the other, or two of them could close a circle.
    void lockTheTree() {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtext('account hierarchy'))")
                .getSingleResult();
    }

    @SuppressWarnings("unchecked")
    Optional<UUID> byExternalId(ExternalId external) {
        List<UUID> found =
                getEntityManager()
                        .createNativeQuery(
                                "select account_id from account_external_ids where system = ?1 and external_id = ?2",
                                UUID.class)
                        .setParameter(1, external.system())
                        .setParameter(2, external.id())
                        .getResultList();
        return found.stream().findFirst();
    }

    void name(UUID account, ExternalId external) {
        getEntityManager()
                .createNativeQuery(
                        "insert into account_external_ids (system, external_id, account_id) values (?1, ?2, ?3)")
                .setParameter(1, external.system())
                .setParameter(2, external.id())
                .setParameter(3, account)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    List<ExternalId> externalIds(UUID account) {
        return getEntityManager()
                .createNativeQuery(
                        """
                        select system, external_id
                        from account_external_ids
                        where account_id = ?1
                        order by system, external_id
                        """,
                        ExternalId.class)
                .setParameter(1, account)
                .getResultList();
    }

    /// The account and those above it, from the account upwards.
    @SuppressWarnings("unchecked")
    List<UUID> ancestry(UUID account) {
        return getEntityManager()
                .createNativeQuery(
                        """
                        with recursive upwards (id, parent_id, depth) as (
                            select id, parent_id, 1 from accounts where id = ?1
                            union all
                            select a.id, a.parent_id, u.depth + 1
                            from accounts a
                            join upwards u on a.id = u.parent_id
                            where u.depth < 50
                        )
                        select id from upwards order by depth
                        """,
                        UUID.class)
                .setParameter(1, account)
                .getResultList();
    }

    /// The number of levels from the account down to its deepest descendant, itself included.
    int height(UUID account) {
        var height =
                (Number)
                        getEntityManager()
                                .createNativeQuery(
                                        """
                                        with recursive downwards (id, depth) as (
                                            select id, 1 from accounts where id = ?1
                                            union all
                                            select a.id, d.depth + 1
                                            from accounts a
                                            join downwards d on a.parent_id = d.id
                                            where d.depth < 50
                                        )
                                        select coalesce(max(depth), 1) from downwards
                                        """)
                                .setParameter(1, account)
                                .getSingleResult();
        return height.intValue();
    }
}
