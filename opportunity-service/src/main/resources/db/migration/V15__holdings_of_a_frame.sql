-- How many holdings there were when the frame was made: a first import brings them after the accounts.
alter table peer_frames add column holdings integer not null default 0;
