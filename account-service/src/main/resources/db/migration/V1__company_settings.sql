create table company_settings (
    one boolean primary key default true,
    currency char(3) not null,
    zone text not null,
    fiscal_year_start_month integer not null,
    cycle_months integer not null,
    configured_cap integer not null,
    version bigint not null,
    sequence bigint not null default 1,
    constraint company_settings_single_row check (one),
    constraint company_settings_month check (fiscal_year_start_month between 1 and 12),
    constraint company_settings_cycle check (cycle_months in (1, 2, 3, 4, 6, 12)),
    constraint company_settings_cap check (configured_cap between 1 and 75)
);

-- What one unit of the currency is worth in the company's currency, from that day on.
create table exchange_rates (
    currency char(3) not null,
    effective_on date not null,
    rate numeric(19, 8) not null,
    constraint exchange_rates_pk primary key (currency, effective_on),
    constraint exchange_rates_positive check (rate > 0)
);

-- The rate of a day, or null where none is known on or before it.
create function company_rate(wanted text, on_day date) returns numeric
language sql stable as $$
    select case
        when wanted = (select currency from company_settings) then 1
        else (
            select rate
            from exchange_rates
            where currency = wanted and effective_on <= on_day
            order by effective_on desc
            limit 1
        )
    end
$$;

-- The rate of a day; for a day before the first known rate, that first one.
create function agreed_rate(wanted text, on_day date) returns numeric
language sql stable as $$
    select coalesce(
        company_rate(wanted, on_day),
        (
            select rate
            from exchange_rates
            where currency = wanted
            order by effective_on
            limit 1
        ))
$$;
