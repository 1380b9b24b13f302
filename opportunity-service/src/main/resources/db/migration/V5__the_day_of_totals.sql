-- The business day that totals were computed for, not the wall clock's.
alter table white_space_totals add column as_of date;
update white_space_totals set as_of = computed_at::date;
alter table white_space_totals alter column as_of set not null;

-- A holding that moves to another account may be seen there first.
alter table account_holdings
    drop constraint account_holdings_pkey,
    add primary key (account_id, holding_id);
alter table shadow.account_holdings
    drop constraint account_holdings_pkey,
    add primary key (account_id, holding_id);

-- Offers that need a look when a complaint is opened or closed.
create index opportunities_open_by_account on opportunities (account_id)
    where state in ('HYPOTHESIS', 'QUALIFIED', 'PROPOSED');
