package org.kamsuite.account.designation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kamsuite.account.portfolio.AccountProfile;
import org.kamsuite.kit.problem.NotFound;

/// The designations; every account has one.
@ApplicationScoped
class Designations implements PanacheRepositoryBase<Designation, UUID> {

    Designation of(UUID account) {
        return findByIdOptional(account).orElseThrow(() -> new NotFound("account", account));
    }

    /// The designation, locked until the transaction ends.
    Designation lockOf(UUID account) {
        return findByIdOptional(account, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new NotFound("account", account));
    }

    /// Locks those that this cycle has not evaluated yet, after an account and in their order; who
    /// is no customer any more does not enter the programme.
    List<Designation> notEvaluated(String cycle, LocalDate enteredBy, UUID after, int most) {
        return find(
                        "accountId > ?1 and (evaluatedCycle is null or evaluatedCycle <> ?2)"
                                + " and enteredOn <= ?3 and (state <> ?4 or accountId in (select a.id"
                                + " from Account a where a.profile.status <> ?5)) order by accountId",
                        after,
                        cycle,
                        enteredBy,
                        State.NONE,
                        AccountProfile.Status.INACTIVE)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, most)
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

    List<UUID> underReview() {
        return find("state = ?1", State.UNDER_REVIEW).stream().map(Designation::accountId).toList();
    }

    List<Designation> toHandOver(LocalDate today) {
        return find("review.ownerChangesOn <= ?1 order by accountId", today)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /// Those of the accounts that are the top of their trees.
    @SuppressWarnings("unchecked")
    Set<UUID> rootsAmong(List<UUID> accounts) {
        return Set.copyOf(
                (List<UUID>)
                        getEntityManager()
                                .createNativeQuery(
                                        "select id from accounts"
                                                + " where id in (?1) and parent_id is null",
                                        UUID.class)
                                .setParameter(1, accounts)
                                .getResultList());
    }

    /// How many key accounts there were on the day, and how many of them were demoted since.
    Churn churnSince(Instant start) {
        var counts =
                (Object[])
                        getEntityManager()
                                .createNativeQuery(
                                        """
                                        select
                                            count(*) filter (where to_state = 'DEMOTED'),
                                            count(*) filter (where to_state = 'CONFIRMED'
                                                and from_state <> 'UNDER_REVIEW')
                                        from designation_transitions
                                        where at >= ?1
                                        """)
                                .setParameter(1, start)
                                .getSingleResult();
        var demoted = ((Number) counts[0]).intValue();
        return new Churn(held() + demoted - ((Number) counts[1]).intValue(), demoted);
    }

    int held() {
        return Math.toIntExact(count("state in (?1, ?2)", State.CONFIRMED, State.UNDER_REVIEW));
    }

    int overridden(LocalDate today) {
        return Math.toIntExact(
                count("state = ?1 and review.overrideUntil >= ?2", State.CONFIRMED, today));
    }
}
