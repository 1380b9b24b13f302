create table customer_goals (
    id uuid primary key,
    account_id uuid not null,
    source_system text,
    source_id text,
    source_updated_at timestamptz,
    version bigint not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    centre_id uuid,
    text text not null,
    families text[] not null,
    priority integer not null,
    status text not null,
    source text,
    due_on date,
    evidenced_on date[] not null,
    constraint customer_goals_centre foreign key (account_id, centre_id) references buying_centres (account_id, id),
    constraint customer_goals_priority check (priority between 1 and 5),
    constraint customer_goals_status check (status in ('UNCONFIRMED', 'CONFIRMED', 'ACHIEVED', 'DROPPED')),
    constraint customer_goals_account foreign key (account_id) references accounts (id),
    constraint customer_goals_source_unique unique (source_system, source_id)
);

create index customer_goals_by_account on customer_goals (account_id, id);

create table pain_points (
    id uuid primary key,
    account_id uuid not null,
    source_system text,
    source_id text,
    source_updated_at timestamptz,
    version bigint not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    centre_id uuid,
    description text not null,
    families text[] not null,
    severity integer not null,
    status text not null,
    need text,
    response text,
    one_step_further text,
    evidenced_on date[] not null,
    constraint pain_points_centre foreign key (account_id, centre_id) references buying_centres (account_id, id),
    constraint pain_points_severity check (severity between 1 and 5),
    constraint pain_points_status check (status in ('UNCONFIRMED', 'CONFIRMED', 'RESOLVED')),
    constraint pain_points_account foreign key (account_id) references accounts (id),
    constraint pain_points_source_unique unique (source_system, source_id)
);

create index pain_points_by_account on pain_points (account_id, id);

create table dislikes (
    id uuid primary key,
    account_id uuid not null,
    source_system text,
    source_id text,
    source_updated_at timestamptz,
    version bigint not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    product_code text not null,
    centre_id uuid,
    observed_on date not null,
    constraint dislikes_centre foreign key (account_id, centre_id) references buying_centres (account_id, id),
    constraint dislikes_account foreign key (account_id) references accounts (id),
    constraint dislikes_source_unique unique (source_system, source_id)
);

create index dislikes_by_account on dislikes (account_id, id);
