-- How many accounts had bought when the median of a frame was taken.
alter table reference_frames add column purchasing_accounts integer not null default 0;

create index account_facts_purchasing on account_facts (account_id)
    where (sheet -> 'revenue' ->> 'lastPurchaseOn') is not null;
