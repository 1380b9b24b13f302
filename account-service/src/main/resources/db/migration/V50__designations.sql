create table managers (
    id uuid primary key,
    name text not null,
    role text not null,
    active boolean not null,
    contract_hours numeric(6, 2) not null,
    time_share numeric(4, 3) not null,
    hours_per_account numeric(6, 2) not null,
    languages text[] not null,
    zone text not null,
    works_from time not null,
    works_until time not null,
    version bigint not null,
    constraint managers_role check (role in ('DEDICATED', 'ACTING', 'REGULAR')),
    constraint managers_hours check (contract_hours > 0),
    constraint managers_time_share check (time_share between 0.2 and 1)
);

-- The verdict of the scoring service on an account, as far as designations rest on it.
create table verdicts (
    account_id uuid primary key,
    score_id uuid not null,
    status text not null,
    cycle text,
    frame bigint,
    model_version integer,
    as_of date,
    facts_epoch bigint,
    facts_sequence bigint,
    white_space_sequence bigint,
    settled boolean not null,
    total numeric(5, 2),
    total_under_previous_model numeric(5, 2),
    coverage numeric(5, 4),
    breadth boolean not null,
    recommended boolean not null,
    recommended_as_emerging boolean not null,
    c1 numeric(5, 2),
    c4 numeric(5, 2),
    work_share numeric(9, 6),
    vetoes text[] not null,
    verdict jsonb not null
);

create table shadow.verdicts (like public.verdicts including all);

create table designations (
    account_id uuid primary key,
    state text not null,
    manager_id uuid,
    entered_on date not null,
    confirmed_on date,
    breaches integer not null default 0,
    last_breach_cycle text,
    not_recommended_cycles integer not null default 0,
    evaluated_cycle text,
    review_due_on date,
    transition_plan text,
    first_approval_by text,
    new_owner text,
    version bigint not null,
    constraint designations_account foreign key (account_id) references accounts (id),
    constraint designations_manager foreign key (manager_id) references managers (id),
    constraint designations_state check (
        state in ('NONE', 'CANDIDATE', 'RECOMMENDED', 'WAITLISTED', 'INCUBATING', 'CONFIRMED',
            'UNDER_REVIEW', 'DEMOTED', 'REJECTED', 'SUSPENDED')),
    constraint designations_confirmed_has_manager check (
        state not in ('CONFIRMED', 'UNDER_REVIEW') or manager_id is not null)
);

create index designations_by_state on designations (state, account_id);
create index designations_by_manager on designations (manager_id) where manager_id is not null;

-- Every transition, for ever.
create table designation_transitions (
    id uuid primary key,
    account_id uuid not null,
    from_state text not null,
    to_state text not null,
    actor text not null,
    at timestamptz not null,
    reason_code text not null,
    reason text,
    score_id uuid,
    model_version integer,
    slots numeric(6, 1),
    slots_held numeric(6, 1),
    constraint designation_transitions_account foreign key (account_id) references accounts (id)
);

create index designation_transitions_by_account on designation_transitions (account_id, at, id);

-- Locked by each decision about slots, so that two never count the same free one.
create table programme (
    one boolean primary key default true,
    closed_cycle text,
    constraint programme_single_row check (one)
);

insert into programme default values;
