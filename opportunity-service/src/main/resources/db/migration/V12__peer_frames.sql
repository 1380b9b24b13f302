-- What accounts are compared with: made daily and on demand, never changed, kept for a while.
create table peer_frames (
    frame bigint generated always as identity primary key,
    made_on date not null,
    made_at timestamptz not null default clock_timestamp(),
    members integer not null,
    reason text
);

-- What the members of a group buy; without sector or with the band -1 it is of any.
create table peer_groups (
    frame bigint not null,
    sector text not null,
    band integer not null,
    members integer not null,
    habits jsonb not null,
    constraint peer_groups_pk primary key (frame, sector, band),
    constraint peer_groups_frame foreign key (frame) references peer_frames (frame) on delete cascade
);

-- What each account adds to its groups, so that it can be left out of the comparison with itself.
create table peer_members (
    frame bigint not null,
    account_id uuid not null,
    sector text not null,
    band integer not null,
    purchases jsonb not null,
    constraint peer_members_pk primary key (frame, account_id),
    constraint peer_members_frame foreign key (frame) references peer_frames (frame) on delete cascade
);

-- Accounts that may be peers.
create index account_facts_active on account_facts (account_id) where sheet ->> 'status' = 'ACTIVE';

alter table white_space_totals add column peer_frame bigint;
