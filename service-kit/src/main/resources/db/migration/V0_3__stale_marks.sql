-- Appended, never updated by writers, so that marking never waits for a computation.
create table stale_marks (
    id bigint generated always as identity primary key,
    kind text not null,
    key text not null,
    marked_at timestamptz not null default clock_timestamp(),
    attempts integer not null default 0,
    not_before timestamptz not null default '-infinity',
    failure text
);

create index stale_marks_due on stale_marks (kind, not_before, id);

create table daily_runs (
    task text not null,
    business_day date not null,
    finished_at timestamptz not null default clock_timestamp(),
    constraint daily_runs_pk primary key (task, business_day)
);
