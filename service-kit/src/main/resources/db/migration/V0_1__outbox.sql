-- The epoch orders the histories of one database: it is raised after a restore.
create table epochs (
    one boolean primary key default true,
    epoch bigint not null,
    constraint epochs_single_row check (one),
    constraint epochs_positive check (epoch > 0)
);

insert into epochs (epoch) values (1);

-- Every change, never coalesced. The relay numbers the feed when it publishes, so that
-- the numbers follow one after the other in the order in which they become visible.
create sequence changes_feed;

create table changes (
    event_id uuid primary key,
    feed_position bigint,
    topic text not null,
    key text not null,
    type text not null,
    occurred_at timestamptz not null,
    data jsonb not null,
    constraint changes_feed_position_unique unique (feed_position)
);

create index changes_by_key on changes (key, occurred_at);

-- What is still to be published. Without a change, the current state of the key is due.
create table outbox (
    position bigint generated always as identity primary key,
    topic text not null,
    key text not null,
    change_id uuid,
    filed_at timestamptz not null default clock_timestamp(),
    constraint outbox_change_exists foreign key (change_id) references changes (event_id)
);
