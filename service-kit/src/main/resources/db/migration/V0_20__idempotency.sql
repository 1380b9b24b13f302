-- The answer of each POST that carried an Idempotency-Key, stored with what it wrote.
create table idempotency_keys (
    caller text not null,
    route text not null,
    key text not null,
    request_hash text not null,
    status integer not null,
    body text,
    etag text,
    location text,
    account_sequence text,
    answered_at timestamptz not null default clock_timestamp(),
    constraint idempotency_keys_pk primary key (caller, route, key)
);

create index idempotency_keys_by_age on idempotency_keys (answered_at);
