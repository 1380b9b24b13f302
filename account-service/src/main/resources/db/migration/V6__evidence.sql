create table evidence_items (
    id uuid primary key,
    account_id uuid not null,
    source_system text,
    source_id text,
    source_updated_at timestamptz,
    version bigint not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    kind text not null,
    value integer not null,
    rater text not null,
    link text,
    description text,
    observed_on date not null,
    constraint evidence_items_kind check (kind in ('RECOGNITION', 'REFERENCE')),
    constraint evidence_items_value check (value in (0, 25, 50, 75, 100)),
    constraint evidence_items_account foreign key (account_id) references accounts (id),
    constraint evidence_items_source_unique unique (source_system, source_id)
);

create index evidence_items_by_account on evidence_items (account_id, id);

create table satisfaction_answers (
    id uuid primary key,
    account_id uuid not null,
    source_system text,
    source_id text,
    source_updated_at timestamptz,
    version bigint not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    centre_id uuid,
    score numeric(5, 2) not null,
    influence integer not null,
    answered_on date not null,
    constraint satisfaction_answers_centre foreign key (account_id, centre_id) references buying_centres (account_id, id),
    constraint satisfaction_answers_score check (score between 0 and 100),
    constraint satisfaction_answers_influence check (influence between 1 and 5),
    constraint satisfaction_answers_account foreign key (account_id) references accounts (id),
    constraint satisfaction_answers_source_unique unique (source_system, source_id)
);

create index satisfaction_answers_by_account on satisfaction_answers (account_id, id);

create table complaints (
    id uuid primary key,
    account_id uuid not null,
    source_system text,
    source_id text,
    source_updated_at timestamptz,
    version bigint not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    centre_id uuid,
    severity text not null,
    description text,
    opened_on date not null,
    closed_on date,
    constraint complaints_centre foreign key (account_id, centre_id) references buying_centres (account_id, id),
    constraint complaints_severity check (severity in ('NORMAL', 'CRITICAL')),
    constraint complaints_period check (closed_on is null or closed_on >= opened_on),
    constraint complaints_account foreign key (account_id) references accounts (id),
    constraint complaints_source_unique unique (source_system, source_id)
);

create index complaints_by_account on complaints (account_id, id);

create table relationship_stages (
    id uuid primary key,
    account_id uuid not null,
    source_system text,
    source_id text,
    source_updated_at timestamptz,
    version bigint not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    stage text not null,
    observed_on date not null,
    constraint relationship_stages_stage check (stage in ('EXPLORATORY', 'BASIC', 'COOPERATIVE', 'INTERDEPENDENT', 'INTEGRATED')),
    constraint relationship_stages_account foreign key (account_id) references accounts (id),
    constraint relationship_stages_source_unique unique (source_system, source_id)
);

create index relationship_stages_by_account on relationship_stages (account_id, id);

create table delivered_projects (
    id uuid primary key,
    account_id uuid not null,
    source_system text,
    source_id text,
    source_updated_at timestamptz,
    version bigint not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    centre_id uuid,
    name text not null,
    delivered_on date not null,
    outcome text not null,
    constraint delivered_projects_centre foreign key (account_id, centre_id) references buying_centres (account_id, id),
    constraint delivered_projects_outcome check (outcome in ('SUCCESS', 'PARTIAL', 'FAILURE')),
    constraint delivered_projects_account foreign key (account_id) references accounts (id),
    constraint delivered_projects_source_unique unique (source_system, source_id)
);

create index delivered_projects_by_account on delivered_projects (account_id, id);
