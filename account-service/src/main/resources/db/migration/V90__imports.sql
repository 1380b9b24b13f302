-- What other systems have sent in bulk. Every row is kept until it is worked on, and its result after.
create table imports (
    id uuid primary key,
    kind text not null,
    system text not null,
    dry_run boolean not null,
    state text not null,
    submitted_by text not null,
    submitted_at timestamptz not null,
    finished_at timestamptz,
    constraint imports_state check (state in ('RUNNING', 'DONE'))
);

create table import_rows (
    import_id uuid not null,
    row_number bigint not null,
    content jsonb,
    outcome text,
    account_id uuid,
    errors jsonb,
    constraint import_rows_pk primary key (import_id, row_number),
    constraint import_rows_import foreign key (import_id) references imports (id),
    constraint import_rows_outcome check (
        outcome in ('CREATED', 'UPDATED', 'UNCHANGED', 'STALE', 'REJECTED'))
);

create index import_rows_waiting on import_rows (import_id, row_number) where outcome is null;
create index import_rows_by_outcome on import_rows (import_id, outcome, row_number);
