-- Where PostgreSQL keeps this history. In another place it was restored, and what came after the
-- back-up is lost.
alter table epochs add column kept_at text;

-- Positions of the feed after which its followers would miss changes, or keep some that are lost.
create table feed_gaps (
    first_position bigint not null,
    last_position bigint not null,
    cause text not null,
    constraint feed_gaps_known_once primary key (cause, first_position),
    constraint feed_gaps_in_order check (first_position <= last_position),
    constraint feed_gaps_cause_known check (cause in ('RETENTION', 'RESTORE'))
);

-- After a restore the feed goes on behind every position that the lost history may have given out.
do $$
begin
    if current_user <> '${runningRole}' then
        grant update on sequence changes_feed to "${runningRole}";
    end if;
end $$;
