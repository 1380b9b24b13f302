-- Totals are deleted when their account goes. Those that were marked as gone instead are deleted
-- now, and counted as removed, so that totals that come back outrank what was published of them.
-- The column stays for the release before, which still writes it.
with forgotten as (
    delete from white_space_totals where gone returning account_id
)
insert into gravestones as known (topic, key, epoch, removals)
select 'white-space', account_id::text, (select epoch from epochs), 1
from forgotten
on conflict (topic, key) do update
set epoch = excluded.epoch,
    removals = case when known.epoch = excluded.epoch then known.removals + 1 else 1 end;
