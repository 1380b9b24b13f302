-- What somebody has found out about who serves a need: dated, never overwritten.
create table supply_observations (
    id uuid primary key,
    account_id uuid not null,
    centre_id uuid not null,
    product_code text not null,
    supply text not null,
    rival text,
    rival_renewal_on date,
    rival_value numeric(19, 4),
    confidence numeric(4, 3) not null,
    block_reason text,
    review_on date,
    observed_on date not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    constraint supply_observations_supply check (
        supply in ('RIVAL', 'IN_HOUSE', 'NONE', 'NOT_APPLICABLE', 'UNKNOWN')),
    constraint supply_observations_confidence check (confidence between 0 and 1),
    constraint supply_observations_block_reason check (
        supply <> 'NOT_APPLICABLE' or block_reason is not null and review_on is not null)
);

create index supply_observations_by_account on supply_observations (account_id, centre_id, product_code, observed_on);

-- What the customer or our own people say it spends on a product in a year.
create table wallet_statements (
    id uuid primary key,
    account_id uuid not null,
    centre_id uuid not null,
    product_code text not null,
    annual_value numeric(19, 4) not null,
    basis text not null,
    stated_on date not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    constraint wallet_statements_basis check (basis in ('CUSTOMER_STATED', 'SELLER_VALIDATED')),
    constraint wallet_statements_not_negative check (annual_value >= 0)
);

create index wallet_statements_by_account on wallet_statements (account_id, centre_id, product_code, stated_on);

create table white_space_totals (
    account_id uuid primary key,
    epoch bigint not null,
    version bigint not null,
    facts_epoch bigint not null,
    facts_sequence bigint not null,
    totals jsonb not null,
    computed_at timestamptz not null default clock_timestamp()
);

create table recommendations (
    id uuid primary key,
    account_id uuid not null,
    centre_id uuid not null,
    product_code text not null,
    offer_code text not null,
    type text not null,
    evidenced boolean not null,
    held boolean not null,
    priority numeric(5, 2) not null,
    expected_value numeric(19, 4),
    detail jsonb not null,
    constraint recommendations_cell_unique unique (account_id, centre_id, product_code),
    constraint recommendations_type check (
        type in ('UPSELL_EDITION', 'UPSELL_VOLUME', 'DISPLACEMENT', 'CROSS_SELL_CENTRE',
            'CROSS_SELL_PRODUCT', 'CROSS_SELL_NEW')),
    constraint recommendations_priority check (priority between 0 and 100)
);

create index recommendations_by_rank on recommendations (evidenced desc, priority desc, id);
create index recommendations_by_account on recommendations (account_id, evidenced desc, priority desc);
