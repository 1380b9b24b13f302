package org.kamsuite.account.settings;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kamsuite.account.facts.AccountSequence;
import org.kamsuite.kit.outbox.Outbox;
import org.kamsuite.kit.problem.Unprocessable;
import org.kamsuite.kit.rest.Precondition;
import org.kamsuite.kit.time.BusinessClock;

/// Keeps the company's settings and exchange rates, and tells the other services.
@ApplicationScoped
@Transactional
public class Company {

    static final String TOPIC = "company";
    static final String KEY = "company";

    private final EntityManager entities;
    private final Outbox outbox;
    private final AccountSequence accounts;
    private final BusinessClock clock;
    private final Precondition precondition;

    @Inject
    Company(
            EntityManager entities,
            Outbox outbox,
            AccountSequence accounts,
            BusinessClock clock,
            Precondition precondition) {
        this.entities = entities;
        this.outbox = outbox;
        this.accounts = accounts;
        this.clock = clock;
        this.precondition = precondition;
    }

    void knowTheZone(@Observes StartupEvent start) {
        settings().ifPresent(settings -> clock.zone(ZoneId.of(settings.content().zone())));
    }

    public Optional<CompanySettings> settings() {
        return Optional.ofNullable(entities.find(CompanySettings.class, true));
    }

    /// The settings, without which nothing is decided.
    public SettingsContent required() {
        return settings().orElseThrow(SettingsMissing::new).content();
    }

    /// Writes the settings; the currency stays as it is once there is money in it.
    public CompanySettings configure(SettingsContent content) {
        var found = settings();
        found.ifPresent(
                settings -> {
                    precondition.require(Long.toString(settings.version()));
                    requireSameCurrency(settings.content(), content);
                });
        var settings = found.orElseGet(CompanySettings::new);
        settings.rewrite(content);
        entities.persist(settings);
        entities.flush();
        clock.zone(ZoneId.of(content.zone()));
        outbox.state(TOPIC, KEY);
        return settings;
    }

    private void requireSameCurrency(SettingsContent before, SettingsContent after) {
        var lines =
                entities.createNativeQuery("select 1 from revenue_lines limit 1").getResultList();
        if (!before.currency().equals(after.currency()) && !lines.isEmpty()) {
            throw new Unprocessable(
                    "currency-in-use",
                    "/currency",
                    "The company's currency is "
                            + before.currency()
                            + " and cannot change once revenue is recorded");
        }
    }

    /// Adds or corrects dated rates, and converts the revenue that they concern.
    public void rate(List<ExchangeRate> rates) {
        for (var rate : rates) {
            entities.createNativeQuery(
                            """
                            insert into exchange_rates (currency, effective_on, rate)
                            values (?1, ?2, ?3)
                            on conflict (currency, effective_on) do update set rate = excluded.rate
                            """)
                    .setParameter(1, rate.currency())
                    .setParameter(2, rate.effectiveOn())
                    .setParameter(3, rate.rate())
                    .executeUpdate();
        }
        var converted = convert();
        if (!converted.isEmpty()) {
            accounts.advance(converted);
        }
        outbox.state(TOPIC, KEY);
    }

    @SuppressWarnings("unchecked")
    private List<UUID> convert() {
        return entities.createNativeQuery(
                        """
                        with converted as (
                            update revenue_lines
                            set company_amount = round(amount * company_rate(currency, invoiced_on), 4),
                                company_cost = round(cost * company_rate(currency, invoiced_on), 4)
                            where currency <> (select currency from company_settings)
                                and company_amount is distinct from
                                    round(amount * company_rate(currency, invoiced_on), 4)
                            returning account_id
                        )
                        select distinct account_id from converted order by account_id
                        """,
                        UUID.class)
                .getResultList();
    }

    @SuppressWarnings("unchecked")
    public List<ExchangeRate> rates() {
        return entities.createNativeQuery(
                        "select currency, effective_on, rate from exchange_rates order by currency, effective_on",
                        ExchangeRate.class)
                .getResultList();
    }
}
