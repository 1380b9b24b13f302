create table buying_centres (
    id uuid primary key,
    account_id uuid not null,
    source_system text,
    source_id text,
    source_updated_at timestamptz,
    version bigint not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    name text not null,
    area text not null,
    decision_scope text[] not null,
    status text not null,
    zone text,
    served_since date,
    observation_complete boolean not null,
    budget_owner text,
    procurement_route text,
    constraint buying_centres_id_unique unique (account_id, id),
    constraint buying_centres_status check (status in ('UNKNOWN', 'IDENTIFIED', 'CONTACTED', 'ACTIVE', 'DORMANT')),
    constraint buying_centres_account foreign key (account_id) references accounts (id),
    constraint buying_centres_source_unique unique (source_system, source_id)
);

create index buying_centres_by_account on buying_centres (account_id, id);

-- One centre stands for what is not mapped yet.
create unique index buying_centres_one_remainder on buying_centres (account_id) where area = 'UNKNOWN_REMAINDER';

create table stakeholders (
    id uuid primary key,
    account_id uuid not null,
    source_system text,
    source_id text,
    source_updated_at timestamptz,
    version bigint not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    centre_id uuid not null,
    name text not null,
    position text,
    email text,
    roles text[] not null,
    influence integer not null,
    support integer,
    coverage text not null,
    observed_on date not null,
    notes text,
    constraint stakeholders_centre foreign key (account_id, centre_id) references buying_centres (account_id, id),
    constraint stakeholders_influence check (influence between 1 and 5),
    constraint stakeholders_support check (support between -2 and 2),
    constraint stakeholders_coverage check (coverage in ('UNKNOWN', 'NO_CONTACT', 'BRIEF', 'MULTIPLE', 'IN_DEPTH')),
    constraint stakeholders_account foreign key (account_id) references accounts (id),
    constraint stakeholders_source_unique unique (source_system, source_id)
);

create index stakeholders_by_account on stakeholders (account_id, id);

create table locations (
    id uuid primary key,
    account_id uuid not null,
    source_system text,
    source_id text,
    source_updated_at timestamptz,
    version bigint not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    country char(2) not null,
    city text,
    zone text not null,
    constraint locations_account foreign key (account_id) references accounts (id),
    constraint locations_source_unique unique (source_system, source_id)
);

create index locations_by_account on locations (account_id, id);
