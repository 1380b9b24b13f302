-- Every account has a designation from the start, so that lists join and filter by index.
insert into designations (account_id, state, entered_on, version)
select id, 'NONE', changed_on, 0 from accounts
on conflict (account_id) do nothing;

create function begin_designation() returns trigger language plpgsql as $$
begin
    insert into designations (account_id, state, entered_on, version)
    values (new.id, 'NONE', new.changed_on, 0);
    return null;
end $$;

create trigger accounts_begin_designation
after insert on accounts
for each row execute function begin_designation();

create extension if not exists pg_trgm;
create index accounts_by_part_of_name on accounts using gin (name gin_trgm_ops);
create index accounts_by_status on accounts (status, name, id);
create index accounts_by_known_sector on accounts (coalesce(sector_code, ''), id);
create index accounts_by_known_headcount on accounts (coalesce(headcount, 0), id);
