-- Every account has a designation from the start, so that lists join and filter by index.
create function begin_designation() returns trigger language plpgsql as $$
begin
    insert into designations (account_id, state, entered_on, version)
    values (new.id, 'NONE', new.changed_on, 0);
    return null;
end $$;

create trigger accounts_begin_designation
after insert on accounts
for each row execute function begin_designation();

-- After the trigger, which waits for those that open accounts: none is left out.
insert into designations (account_id, state, entered_on, version)
select id, 'NONE', changed_on, 0 from accounts
on conflict (account_id) do nothing;
