-- How often a rebuild was begun: who began it before the last time must not write any more.
alter table rebuilds add column attempt integer not null default 0;
