-- An account that goes keeps its last version, so that it goes on from there if it comes back.
alter table white_space_totals add column gone boolean not null default false;
