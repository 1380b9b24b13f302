-- From this day on a key account counts for itself, and no longer for the account above it.
alter table designations add column own_roll_up_from date;

-- So do the key accounts that there are; their sheets say so as soon as they are published again.
update designations set own_roll_up_from = current_date where state in ('CONFIRMED', 'UNDER_REVIEW');

with alone as (
    update accounts a
    set sequence = a.sequence + 1
    from designations d
    where d.account_id = a.id and d.own_roll_up_from is not null
    returning a.id
)
insert into outbox (topic, key)
select 'accounts', id::text from alone;
