-- Who changed what is not changed afterwards. The relay gives each change its place in the feed, and
-- retention deletes those whose time is over.
do $$
begin
    if current_user <> '${runningRole}' then
        revoke update on changes from "${runningRole}";
        grant update (feed_position) on changes to "${runningRole}";
    end if;
end $$;
