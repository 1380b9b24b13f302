-- What accounts tend to have together: only what enough of them speak for.
create table peer_affinities (
    frame bigint not null,
    held text not null,
    offered text not null,
    holders integer not null,
    holders_of_both integer not null,
    lift double precision not null,
    constraint peer_affinities_pk primary key (frame, held, offered),
    constraint peer_affinities_frame foreign key (frame) references peer_frames (frame) on delete cascade
);
