create table accounts (
    id uuid primary key,
    name text not null,
    status text not null,
    parent_id uuid,
    parent_since date,
    currency char(3),
    sector_code text,
    headcount integer,
    customer_revenue numeric(19, 4),
    headcount_growth numeric(9, 4),
    revenue_growth numeric(9, 4),
    insolvent boolean not null,
    strategic_note boolean not null,
    veto text,
    cost_to_serve numeric(19, 4),
    version bigint not null,
    sequence bigint not null default 0,
    changed_on date not null,
    sheet_bound bigint not null default 0,
    source_updated_at timestamptz,
    opened_at timestamptz not null,
    constraint accounts_parent_exists foreign key (parent_id) references accounts (id),
    constraint accounts_not_own_parent check (parent_id <> id),
    constraint accounts_status check (status in ('PROSPECT', 'ACTIVE', 'INACTIVE')),
    constraint accounts_headcount_not_negative check (headcount >= 0),
    constraint accounts_sequence_not_negative check (sequence >= 0)
);

create index accounts_by_parent on accounts (parent_id);
create index accounts_by_name on accounts (name, id);
create index accounts_by_sector on accounts (sector_code, id);

create table account_external_ids (
    system text not null,
    external_id text not null,
    account_id uuid not null,
    constraint account_external_ids_pk primary key (system, external_id),
    constraint account_external_ids_account foreign key (account_id) references accounts (id)
);

create index account_external_ids_by_account on account_external_ids (account_id);
