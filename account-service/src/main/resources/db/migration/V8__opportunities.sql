-- The opportunities that somebody has taken up, as the opportunity service tells them.
create table opportunities (
    opportunity_id uuid primary key,
    account_id uuid not null,
    centre_id uuid,
    product_code text not null,
    type text not null,
    state text not null,
    held boolean not null,
    win_version integer not null,
    quantity numeric(19, 4),
    annual_value numeric(19, 4),
    currency char(3),
    starts_on date,
    ends_on date,
    contract_number text,
    replaces_holding_id uuid,
    changed_on date,
    changed_by text,
    reason text
);

create index opportunities_by_account on opportunities (account_id, opportunity_id);

create table shadow.opportunities (like public.opportunities including all);
