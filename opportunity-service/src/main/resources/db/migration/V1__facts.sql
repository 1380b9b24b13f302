create table company (
    key text primary key,
    currency char(3) not null,
    zone text not null,
    fiscal_year_start_month integer not null
);

create table shadow.company (like public.company including all);

create table account_facts (
    account_id uuid primary key,
    epoch bigint not null,
    sequence bigint not null,
    parent_id uuid,
    name text not null,
    sector_code text,
    headcount integer,
    size_band integer,
    sheet jsonb not null,
    received_at timestamptz not null default clock_timestamp()
);

create index account_facts_by_parent on account_facts (parent_id);
create index account_facts_by_peers on account_facts (size_band, sector_code);

create table shadow.account_facts (like public.account_facts including all);

-- What accounts hold, for the comparison with peers.
create table account_holdings (
    holding_id uuid primary key,
    account_id uuid not null,
    product_code text not null,
    quantity numeric(19, 4),
    annual_value numeric(19, 4),
    starts_on date not null,
    ends_on date
);

create index account_holdings_by_account on account_holdings (account_id);
create index account_holdings_by_product on account_holdings (product_code, account_id);

create table shadow.account_holdings (like public.account_holdings including all);
