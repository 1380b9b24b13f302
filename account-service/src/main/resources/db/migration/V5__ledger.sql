create table revenue_lines (
    id uuid primary key,
    account_id uuid not null,
    source_system text,
    source_id text,
    source_updated_at timestamptz,
    version bigint not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    invoiced_on date not null,
    product_code text,
    amount numeric(19, 4) not null,
    currency char(3) not null,
    cost numeric(19, 4),
    recurring boolean not null,
    company_amount numeric(19, 4),
    company_cost numeric(19, 4),
    constraint revenue_lines_cost_not_negative check (cost >= 0 or amount < 0),
    constraint revenue_lines_account foreign key (account_id) references accounts (id),
    constraint revenue_lines_source_unique unique (source_system, source_id)
);

create index revenue_lines_by_account on revenue_lines (account_id, id);

create index revenue_lines_by_day on revenue_lines (account_id, invoiced_on);

create index revenue_lines_unconverted on revenue_lines (currency, invoiced_on) where company_amount is null;

create table service_efforts (
    id uuid primary key,
    account_id uuid not null,
    source_system text,
    source_id text,
    source_updated_at timestamptz,
    version bigint not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    worked_on date not null,
    hours numeric(9, 2) not null,
    constraint service_efforts_hours_not_negative check (hours >= 0),
    constraint service_efforts_account foreign key (account_id) references accounts (id),
    constraint service_efforts_source_unique unique (source_system, source_id)
);

create index service_efforts_by_account on service_efforts (account_id, id);

create table service_requests (
    id uuid primary key,
    account_id uuid not null,
    source_system text,
    source_id text,
    source_updated_at timestamptz,
    version bigint not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    centre_id uuid,
    type text not null,
    complexity text not null,
    opened_on date not null,
    first_answer_at timestamptz,
    closed_on date,
    constraint service_requests_centre foreign key (account_id, centre_id) references buying_centres (account_id, id),
    constraint service_requests_complexity check (complexity in ('STANDARD', 'COMPLEX', 'BESPOKE')),
    constraint service_requests_period check (closed_on is null or closed_on >= opened_on),
    constraint service_requests_account foreign key (account_id) references accounts (id),
    constraint service_requests_source_unique unique (source_system, source_id)
);

create index service_requests_by_account on service_requests (account_id, id);

create table margin_rates (
    id uuid primary key,
    account_id uuid not null,
    source_system text,
    source_id text,
    source_updated_at timestamptz,
    version bigint not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    product_code text,
    rate numeric(9, 4) not null,
    observed_on date not null,
    constraint margin_rates_rate_at_most_one check (rate <= 1),
    constraint margin_rates_account foreign key (account_id) references accounts (id),
    constraint margin_rates_source_unique unique (source_system, source_id)
);

create index margin_rates_by_account on margin_rates (account_id, id);

create table bespoke_terms (
    id uuid primary key,
    account_id uuid not null,
    source_system text,
    source_id text,
    source_updated_at timestamptz,
    version bigint not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    kind text not null,
    description text,
    agreed_on date not null,
    ends_on date,
    constraint bespoke_terms_kind check (kind in ('OWN_SLA', 'INTEGRATION', 'SPECIAL_CONTRACT', 'CUSTOM_REPORTING')),
    constraint bespoke_terms_period check (ends_on is null or ends_on >= agreed_on),
    constraint bespoke_terms_account foreign key (account_id) references accounts (id),
    constraint bespoke_terms_source_unique unique (source_system, source_id)
);

create index bespoke_terms_by_account on bespoke_terms (account_id, id);

-- A line is converted at the rate of its invoice date; without a rate it stays unconverted.
create function convert_revenue_line() returns trigger
language plpgsql as $$
begin
    new.company_amount := round(new.amount * company_rate(new.currency, new.invoiced_on), 4);
    new.company_cost := round(new.cost * company_rate(new.currency, new.invoiced_on), 4);
    return new;
end
$$;

create trigger revenue_lines_converted
before insert or update of amount, cost, currency, invoiced_on on revenue_lines
for each row execute function convert_revenue_line();
