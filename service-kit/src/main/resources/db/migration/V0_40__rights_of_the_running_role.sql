-- The role that the service runs with reads and writes rows; tables are made by their owner only.
do $$
begin
    if current_user <> '${runningRole}' then
        grant usage on schema public, shadow to "${runningRole}";
        grant select, insert, update, delete on all tables in schema public to "${runningRole}";
        grant select, insert, update, delete, truncate on all tables in schema shadow to "${runningRole}";
        grant usage, select on all sequences in schema public, shadow to "${runningRole}";
        alter default privileges in schema public
            grant select, insert, update, delete on tables to "${runningRole}";
        alter default privileges in schema shadow
            grant select, insert, update, delete, truncate on tables to "${runningRole}";
        alter default privileges in schema public, shadow
            grant usage, select on sequences to "${runningRole}";
        revoke insert, update, delete on flyway_schema_history from "${runningRole}";
    end if;
end $$;
