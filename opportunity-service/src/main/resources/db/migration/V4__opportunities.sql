create table opportunities (
    id uuid primary key,
    account_id uuid not null,
    centre_id uuid not null,
    product_code text not null,
    type text not null,
    state text not null,
    held boolean not null default false,
    evidenced boolean not null,
    potential numeric(19, 4),
    quantity numeric(19, 4),
    annual_value numeric(19, 4),
    starts_on date,
    ends_on date,
    contract_number text,
    replaces_holding_id uuid,
    win_version integer not null default 0,
    cooling_until date,
    reason_code text,
    reason text,
    changed_on date not null,
    changed_by text not null,
    version bigint not null,
    epoch bigint not null,
    constraint opportunities_state check (
        state in ('HYPOTHESIS', 'QUALIFIED', 'PROPOSED', 'WON', 'LOST', 'DISMISSED')),
    constraint opportunities_won_is_complete check (
        state <> 'WON' or annual_value is not null and starts_on is not null and win_version > 0)
);

create index opportunities_by_account on opportunities (account_id, state);
create unique index opportunities_one_open on opportunities (account_id, centre_id, product_code)
    where state in ('HYPOTHESIS', 'QUALIFIED', 'PROPOSED');

create table opportunity_moves (
    id uuid primary key,
    opportunity_id uuid not null,
    from_state text not null,
    to_state text not null,
    reason_code text,
    reason text,
    actor text not null,
    at timestamptz not null,
    constraint opportunity_moves_opportunity foreign key (opportunity_id) references opportunities (id)
);

create index opportunity_moves_by_opportunity on opportunity_moves (opportunity_id, at);
