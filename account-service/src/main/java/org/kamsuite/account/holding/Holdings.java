package org.kamsuite.account.holding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.centre.BuyingCentre;

/// Finds holdings, and what they hang on, by what they say.
@ApplicationScoped
class Holdings {

    private static final int DAYS_APART = 31;
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final EntityManager entities;

    @Inject
    Holdings(EntityManager entities) {
        this.entities = entities;
    }

    Optional<HoldingFact> find(@Nullable UUID id) {
        return id == null
                ? Optional.empty()
                : Optional.ofNullable(entities.find(HoldingFact.class, id));
    }

    /// Locks the account, so that nobody else decides about its holdings; false if there is none.
    boolean lock(UUID account) {
        return !entities.createNativeQuery("select 1 from accounts where id = ?1 for no key update")
                .setParameter(1, account)
                .getResultList()
                .isEmpty();
    }

    /// The centre of the account, or the one for what is not mapped where none is named.
    Optional<UUID> centre(UUID account, @Nullable UUID centre) {
        return first(
                entities.createNativeQuery(
                                """
                                select id
                                from buying_centres
                                where account_id = ?1
                                    and (id = cast(?2 as uuid) or cast(?2 as uuid) is null and area = ?3)
                                """,
                                UUID.class)
                        .setParameter(1, account)
                        .setParameter(2, centre)
                        .setParameter(3, BuyingCentre.REMAINDER)
                        .getResultList());
    }

    Optional<UUID> contract(UUID account, @Nullable String number) {
        return first(
                entities.createNativeQuery(
                                """
                                select id
                                from contracts
                                where account_id = ?1 and number = ?2
                                order by starts_on desc, id
                                """,
                                UUID.class)
                        .setParameter(1, account)
                        .setParameter(2, number)
                        .getResultList());
    }

    /// A holding recorded from elsewhere that is the deal's: of the same contract, or begun at
    /// about the same time in the same centre.
    Optional<UUID> recordedFor(Deal deal, UUID centre, @Nullable UUID contract) {
        return first(
                entities.createNativeQuery(
                                """
                                select id
                                from holdings
                                where account_id = ?1
                                    and product_code = ?2
                                    and opportunity_id is null
                                    and id is distinct from cast(?3 as uuid)
                                    and starts_on <= cast(?4 as date)
                                    and coalesce(ends_on, 'infinity') > cast(?5 as date)
                                    and (contract_id = cast(?6 as uuid)
                                        or centre_id = ?7 and abs(starts_on - cast(?5 as date)) <= ?8)
                                order by starts_on desc, id
                                """,
                                UUID.class)
                        .setParameter(1, deal.accountId())
                        .setParameter(2, deal.productCode())
                        .setParameter(3, deal.replacesHoldingId())
                        .setParameter(4, deal.endsOn() == null ? NEVER : deal.endsOn())
                        .setParameter(5, deal.start())
                        .setParameter(6, contract)
                        .setParameter(7, centre)
                        .setParameter(8, DAYS_APART)
                        .getResultList());
    }

    /// A holding booked from a win that the recorded one is: with overlapping days of the same
    /// contract, also one that the win only named, or of the same centre. What is recorded at the
    /// same time is none.
    Optional<UUID> bookedFor(UUID account, Holding recorded) {
        return first(
                entities.createNativeQuery(
                                """
                                select id
                                from holdings
                                where account_id = ?1
                                    and product_code = ?2
                                    and opportunity_id is not null
                                    and source_system is null
                                    and starts_on <= cast(?3 as date)
                                    and coalesce(ends_on, 'infinity') > cast(?4 as date)
                                    and (contract_id = cast(?5 as uuid)
                                        or centre_id = ?6
                                        or exists (
                                            select 1
                                            from opportunities o
                                            join contracts c on c.number = o.contract_number
                                            where o.opportunity_id = holdings.opportunity_id
                                                and c.id = cast(?5 as uuid)))
                                order by starts_on desc, id
                                """,
                                UUID.class)
                        .setParameter(1, account)
                        .setParameter(2, recorded.productCode())
                        .setParameter(3, recorded.endsOn() == null ? NEVER : recorded.endsOn())
                        .setParameter(4, recorded.startsOn())
                        .setParameter(5, recorded.contractId())
                        .setParameter(6, recorded.centreId())
                        .setFlushMode(FlushModeType.COMMIT)
                        .getResultList());
    }

    private static Optional<UUID> first(List<?> found) {
        return found.stream().map(UUID.class::cast).findFirst();
    }
}
