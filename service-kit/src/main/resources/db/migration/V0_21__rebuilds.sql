-- What a load into the shadow tables marks is thrown away: the live rows have not changed.
create table shadow.stale_marks (like public.stale_marks including all);

-- After a restore the topics that the service writes are gone through as well.
alter table rebuilds drop constraint rebuilds_state;
alter table rebuilds
    add constraint rebuilds_state check (state in ('RUNNING', 'SWAPPED', 'DONE', 'FAILED'));
create index rebuilds_running on rebuilds (started_at) where state = 'RUNNING';
