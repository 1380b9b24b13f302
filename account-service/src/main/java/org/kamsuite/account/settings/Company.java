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
    private final Conversions conversions;
    private final BusinessClock clock;
    private final Precondition precondition;

    @Inject
    Company(
            EntityManager entities,
            Outbox outbox,
            AccountSequence accounts,
            Conversions conversions,
            BusinessClock clock,
            Precondition precondition) {
        this.entities = entities;
        this.outbox = outbox;
        this.accounts = accounts;
        this.conversions = conversions;
        this.clock = clock;
        this.precondition = precondition;
    }

    void knowTheZone(@Observes StartupEvent start) {
        settings();
    }

    /// The settings; whoever reads them learns the zone, which another replica may have changed.
    public Optional<CompanySettings> settings() {
        var found = Optional.ofNullable(entities.find(CompanySettings.class, true));
        found.ifPresent(settings -> clock.zone(ZoneId.of(settings.content().zone())));
        return found;
    }

    /// The settings, without which nothing is decided.
    public SettingsContent required() {
        return settings().orElseThrow(SettingsMissing::new).content();
    }

    /// Writes the settings, again only on the version last read; the currency stays as it is once
    /// there is money in it.
    public CompanySettings configure(SettingsContent content) {
        var found = settings();
        found.ifPresent(settings -> {
            precondition.demand(Long.toString(settings.version()));
            requireSameCurrency(settings.content(), content);
        });
        var settings = found.orElseGet(CompanySettings::new);
        settings.rewrite(content);
        entities.persist(settings);
        entities.flush();
        clock.zone(ZoneId.of(content.zone()));
        publish();
        if (found.isEmpty()) {
            accounts.advance(conversions.all());
        }
        return settings;
    }

    private void requireSameCurrency(SettingsContent before, SettingsContent after) {
        var known = entities.createNativeQuery("select 1 from accounts limit 1").getResultList();
        if (!before.currency().equals(after.currency()) && !known.isEmpty()) {
            throw new Unprocessable(
                    "currency-in-use",
                    "/currency",
                    "The company's currency is "
                            + before.currency()
                            + " and cannot change once there are accounts");
        }
    }

    /// Adds or corrects dated rates, and converts anew what they concern.
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
        accounts.advance(conversions.concernedBy(rates));
        publish();
    }

    /// Other services learn of the company once it has settings.
    private void publish() {
        var known =
                entities.createNativeQuery("update company_settings set sequence = sequence + 1")
                        .executeUpdate();
        if (known > 0) {
            outbox.state(TOPIC, KEY);
        }
    }

    @SuppressWarnings("unchecked")
    public List<ExchangeRate> rates() {
        return entities.createNativeQuery(
                        "select currency, effective_on, rate from exchange_rates order by currency, effective_on",
                        ExchangeRate.class)
                .getResultList();
    }
}
