-- How often a published key has been removed in an epoch, so that a state that comes back
-- under the key outranks the tombstone.
create table gravestones (
    topic text not null,
    key text not null,
    epoch bigint not null,
    removals bigint not null,
    constraint gravestones_pk primary key (topic, key),
    constraint gravestones_removals_positive check (removals > 0)
);
