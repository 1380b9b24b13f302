create table contracts (
    id uuid primary key,
    account_id uuid not null,
    source_system text,
    source_id text,
    source_updated_at timestamptz,
    version bigint not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    number text not null,
    starts_on date not null,
    ends_on date,
    amount numeric(19, 4) not null,
    currency char(3) not null,
    notice_given_on date,
    constraint contracts_period check (ends_on is null or ends_on > starts_on),
    constraint contracts_amount_not_negative check (amount >= 0),
    constraint contracts_id_unique unique (account_id, id),
    constraint contracts_account foreign key (account_id) references accounts (id),
    constraint contracts_source_unique unique (source_system, source_id)
);

create index contracts_by_account on contracts (account_id, id);

create table holdings (
    id uuid primary key,
    account_id uuid not null,
    source_system text,
    source_id text,
    source_updated_at timestamptz,
    version bigint not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    centre_id uuid not null,
    product_code text not null,
    quantity numeric(19, 4),
    amount numeric(19, 4) not null,
    currency char(3) not null,
    starts_on date not null,
    ends_on date,
    renewal_on date,
    utilisation numeric(5, 4),
    contract_id uuid,
    opportunity_id uuid,
    constraint holdings_centre foreign key (account_id, centre_id) references buying_centres (account_id, id),
    constraint holdings_contract foreign key (account_id, contract_id) references contracts (account_id, id),
    constraint holdings_period check (ends_on is null or ends_on >= starts_on),
    constraint holdings_quantity_not_negative check (quantity >= 0),
    constraint holdings_amount_not_negative check (amount >= 0),
    constraint holdings_utilisation_share check (utilisation between 0 and 1),
    constraint holdings_account foreign key (account_id) references accounts (id),
    constraint holdings_source_unique unique (source_system, source_id)
);

create index holdings_by_account on holdings (account_id, id);

create index holdings_by_opportunity on holdings (opportunity_id) where opportunity_id is not null;

create index holdings_by_product on holdings (product_code, account_id);

-- What became of each win, for ever: a win is booked at most once, whatever is replayed.
create table wins (
    opportunity_id uuid not null,
    win_version integer not null,
    account_id uuid not null,
    holding_id uuid,
    outcome text not null,
    reason text,
    replaced_holding_id uuid,
    replaced_ends_on date,
    decided_at timestamptz not null,
    undone_at timestamptz,
    constraint wins_pk primary key (opportunity_id, win_version),
    constraint wins_outcome check (outcome in ('BOOKED', 'MATCHED', 'REFUSED'))
);

create index wins_by_account on wins (account_id);
