-- Who moved a designation, when and why is not changed afterwards, by no service. What a demotion
-- adds may still be filled in: the version before this one does it in a second statement.
do $$
begin
    if current_user <> '${runningRole}' then
        revoke update, delete on designation_transitions from "${runningRole}";
        grant update (proposed_by, transition_plan, customer_message, former_owner_id, new_owner_id,
            owner_changes_on, in_favour_of) on designation_transitions to "${runningRole}";
    end if;
end $$;
