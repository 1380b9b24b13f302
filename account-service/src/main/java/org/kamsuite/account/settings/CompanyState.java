package org.kamsuite.account.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import org.kamsuite.kit.outbox.StateEvent;
import org.kamsuite.kit.outbox.StateSource;

/// The company's settings as other services read them.
@ApplicationScoped
class CompanyState implements StateSource {

    private final ObjectMapper json;

    @Inject
    CompanyState(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String topic() {
        return Company.TOPIC;
    }

    @Override
    public Map<String, StateEvent> read(Connection connection, Collection<String> keys)
            throws SQLException {
        try (var select =
                        connection.prepareStatement(
                                """
                                select
                                    json_build_object(
                                        'currency', currency,
                                        'zone', zone,
                                        'fiscalYearStartMonth', fiscal_year_start_month,
                                        'cycleMonths', cycle_months,
                                        'rates', (
                                            select coalesce(json_agg(json_build_object(
                                                'currency', latest.currency,
                                                'rate', latest.rate::text,
                                                'on', latest.effective_on)
                                                order by latest.currency), '[]')
                                            from (
                                                select distinct on (currency) currency, rate, effective_on
                                                from exchange_rates
                                                order by currency, effective_on desc
                                            ) latest)),
                                    (select epoch from epochs),
                                    sequence
                                from company_settings
                                """);
                var rows = select.executeQuery()) {
            return rows.next()
                    ? Map.of(
                            Company.KEY,
                            new StateEvent(
                                    "org.kamsuite.company.settings.v1",
                                    rows.getLong(2),
                                    rows.getLong(3),
                                    json.readTree(rows.getString(1))))
                    : Map.of();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL writes JSON", e);
        }
    }

    @Override
    public String allKeysSql() {
        return "select 'company'";
    }
}
