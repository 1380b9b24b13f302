-- Who works with an account, by the names that their tokens carry.
create table account_team_members (
    account_id uuid not null,
    user_name text not null,
    added_at timestamptz not null,
    added_by text not null,
    constraint account_team_members_pk primary key (account_id, user_name),
    constraint account_team_members_account foreign key (account_id) references accounts (id)
);

create index account_team_members_by_user on account_team_members (user_name, account_id);

-- A key account manager works with the account without being named again.
alter table managers add column user_name text;
alter table managers add constraint managers_user_name_unique unique (user_name);
