-- How far the first load of a topic has come. The group's offsets at the broker do not say:
-- they outlive a database that was made anew.
create table inbox_load_positions (
    topic text not null,
    partition integer not null,
    next_offset bigint not null,
    constraint inbox_load_positions_pk primary key (topic, partition)
);
