create table company (
    key text primary key,
    currency char(3) not null,
    zone text not null,
    fiscal_year_start_month integer not null,
    cycle_months integer not null
);

create table shadow.company (like public.company including all);

-- The fact sheets as they came, with the columns that trees and lists need.
create table account_facts (
    account_id uuid primary key,
    epoch bigint not null,
    sequence bigint not null,
    parent_id uuid,
    name text not null,
    sector_code text,
    sheet jsonb not null,
    received_at timestamptz not null default clock_timestamp()
);

create index account_facts_by_parent on account_facts (parent_id);

create table shadow.account_facts (like public.account_facts including all);

create table white_space_totals (
    account_id uuid primary key,
    facts_epoch bigint not null,
    facts_sequence bigint not null,
    white_space_value numeric(19, 4) not null,
    sized_cells integer not null,
    unsized_cells integer not null,
    wallet_share numeric(9, 4),
    received_at timestamptz not null default clock_timestamp()
);

create table shadow.white_space_totals (like public.white_space_totals including all);
