-- Who moved an opportunity, when and why is not changed afterwards, by no service.
do $$
begin
    if current_user <> '${runningRole}' then
        revoke update, delete on opportunity_moves from "${runningRole}";
    end if;
end $$;
