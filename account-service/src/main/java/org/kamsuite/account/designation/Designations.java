package org.kamsuite.account.designation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.problem.NotFound;
import org.kamsuite.kit.time.BusinessClock;

/// The designations; an account without one stands at the beginning.
@ApplicationScoped
class Designations implements PanacheRepositoryBase<Designation, UUID> {

    private static final String PRESENT = "where a.status <> 'INACTIVE'";

    private final BusinessClock clock;

    @Inject
    Designations(BusinessClock clock) {
        this.clock = clock;
    }

    Designation of(UUID account) {
        return findByIdOptional(account).orElseGet(() -> first(account));
    }

    private Designation first(UUID account) {
        requireAccount(account);
        return new Designation(account, clock.today());
    }

    private void requireAccount(UUID account) {
        var known =
                getEntityManager()
                        .createNativeQuery("select 1 from accounts where id = ?1")
                        .setParameter(1, account)
                        .getResultList();
        if (known.isEmpty()) {
            throw new NotFound("account", account);
        }
    }

    /// The designation, made if there is none, and locked until the transaction ends.
    Designation lockOf(UUID account) {
        requireAccount(account);
        getEntityManager()
                .createNativeQuery(
                        """
                        insert into designations (account_id, state, entered_on, version)
                        values (?1, 'NONE', ?2, 0)
                        on conflict (account_id) do nothing
                        """)
                .setParameter(1, account)
                .setParameter(2, clock.today())
                .executeUpdate();
        return findById(account, LockModeType.PESSIMISTIC_WRITE);
    }

    /// Gives each scored account that takes part a designation to be evaluated.
    void beginAll() {
        getEntityManager()
                .createNativeQuery(
                        "insert into designations (account_id, state, entered_on, version)"
                                + " select a.id, 'NONE', ?1, 0 from accounts a"
                                + " join verdicts v on v.account_id = a.id "
                                + PRESENT
                                + " on conflict (account_id) do nothing")
                .setParameter(1, clock.today())
                .executeUpdate();
    }

    /// Locks those that this cycle has not evaluated yet, in the order of their accounts.
    List<Designation> notEvaluated(String cycle, @Nullable LocalDate enteredBy) {
        return find(
                        "(evaluatedCycle is null or evaluatedCycle <> ?1) and enteredOn <= ?2"
                                + " order by accountId",
                        cycle,
                        enteredBy == null ? clock.today() : enteredBy)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<Designation> underReviewSince(LocalDate today) {
        return find(
                        "state = ?1 and review.reviewDueOn < ?2 order by accountId",
                        State.UNDER_REVIEW,
                        today)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<Designation> toHandOver(LocalDate today) {
        return find("review.ownerChangesOn <= ?1 order by accountId", today)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    boolean isRoot(UUID account) {
        return !getEntityManager()
                .createNativeQuery("select 1 from accounts where id = ?1 and parent_id is null")
                .setParameter(1, account)
                .getResultList()
                .isEmpty();
    }

    int held() {
        return Math.toIntExact(count("state in (?1, ?2)", State.CONFIRMED, State.UNDER_REVIEW));
    }

    int overridden(LocalDate today) {
        return Math.toIntExact(
                count("state = ?1 and review.overrideUntil >= ?2", State.CONFIRMED, today));
    }
}
