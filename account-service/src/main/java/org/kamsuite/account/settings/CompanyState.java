package org.kamsuite.account.settings;

import jakarta.enterprise.context.ApplicationScoped;
import org.kamsuite.kit.outbox.StateSource;

/// The company's settings as other services read them.
@ApplicationScoped
class CompanyState implements StateSource {

    @Override
    public String topic() {
        return Company.TOPIC;
    }

    @Override
    public String type() {
        return "org.kamsuite.company.settings.v1";
    }

    @Override
    public String statesSql() {
        return """
        select
            'company',
            (select epoch from epochs),
            sequence,
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
                    ) latest))::text
        from company_settings
        where 'company' = any (?)
        """;
    }

    @Override
    public String allKeysSql() {
        return "select 'company'";
    }
}
