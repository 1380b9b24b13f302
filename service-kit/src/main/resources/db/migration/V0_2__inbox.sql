create schema if not exists shadow;

-- The newest version applied of every key. A removed key keeps its row as a gravestone.
create table inbox_versions (
    topic text not null,
    key text not null,
    epoch bigint not null,
    sequence bigint not null,
    removed boolean not null,
    received_at timestamptz not null default clock_timestamp(),
    constraint inbox_versions_pk primary key (topic, key)
);

create table shadow.inbox_versions (like public.inbox_versions including all);

-- Topics that have once been read to the end; until then nothing derived is computed.
create table inbox_loads (
    topic text primary key,
    completed_at timestamptz not null default clock_timestamp()
);

create table dead_letter_replays (
    topic text not null,
    partition integer not null,
    record_offset bigint not null,
    replayed_by text not null,
    replayed_at timestamptz not null default clock_timestamp(),
    constraint dead_letter_replays_pk primary key (topic, partition, record_offset)
);

create table rebuilds (
    id uuid primary key,
    topic text not null,
    requested_by text not null,
    state text not null,
    started_at timestamptz not null default clock_timestamp(),
    finished_at timestamptz,
    records bigint not null default 0,
    differing_keys bigint,
    failure text,
    constraint rebuilds_state check (state in ('RUNNING', 'SWAPPED', 'FAILED'))
);
