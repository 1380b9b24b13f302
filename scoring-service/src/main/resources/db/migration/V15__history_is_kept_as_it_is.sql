-- A score that was given is not changed afterwards; it is only forgotten when its time is over.
do $$
begin
    if current_user <> '${runningRole}' then
        revoke update on score_history from "${runningRole}";
    end if;
end $$;
