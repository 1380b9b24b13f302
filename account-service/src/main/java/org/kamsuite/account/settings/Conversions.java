package org.kamsuite.account.settings;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Converts recorded money into the company's currency anew, and says whose it is.
@ApplicationScoped
class Conversions {

    private static final String CONVERT =
            """
            with converted as (
                update revenue_lines
                set company_amount = round(amount * company_rate(currency, invoiced_on), 4),
                    company_cost = round(cost * company_rate(currency, invoiced_on), 4)
                where (cast(?1 as text) is null or currency = ?1)
                    and invoiced_on >= ?2
                    and (
                        company_amount is distinct from
                            round(amount * company_rate(currency, invoiced_on), 4)
                        or company_cost is distinct from
                            round(cost * company_rate(currency, invoiced_on), 4))
                returning account_id
            )
            select distinct account_id from converted
            """;
    private static final String AGREED =
            """
            with first as (
                select min(effective_on) as day from exchange_rates where currency = ?1
            )
            select f.account_id
            from holdings f, first
            where f.currency = ?1 and (f.starts_on >= ?2 or first.day = ?2)
            union
            select f.account_id
            from contracts f, first
            where f.currency = ?1 and (f.starts_on >= ?2 or first.day = ?2)
            """;
    private static final String EVERY =
            "select id from accounts where cast(?1 as text) is null and opened_at >= ?2";
    private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    private final EntityManager entities;

    @Inject
    Conversions(EntityManager entities) {
        this.entities = entities;
    }

    /// The accounts whose money is worth something else now, because of these rates.
    SortedSet<UUID> concernedBy(List<ExchangeRate> rates) {
        var concerned = new TreeSet<UUID>();
        earliest(rates)
                .forEach((currency, day) -> {
                    concerned.addAll(accounts(CONVERT, currency, day));
                    concerned.addAll(accounts(AGREED, currency, day));
                });
        return concerned;
    }

    /// All accounts, after everything has been converted for the first time.
    SortedSet<UUID> all() {
        var _ = accounts(CONVERT, null, ALWAYS);
        return new TreeSet<>(accounts(EVERY, null, ALWAYS));
    }

    private static Map<String, LocalDate> earliest(List<ExchangeRate> rates) {
        return rates.stream()
                .collect(
                        toMap(
                                ExchangeRate::currency,
                                ExchangeRate::effectiveOn,
                                (one, other) -> one.isBefore(other) ? one : other));
    }

    @SuppressWarnings("unchecked")
    private List<UUID> accounts(String sql, @Nullable String currency, LocalDate from) {
        return entities.createNativeQuery(sql, UUID.class)
                .setParameter(1, currency)
                .setParameter(2, from)
                .getResultList();
    }
}
