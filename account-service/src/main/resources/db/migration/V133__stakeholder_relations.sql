-- How the stakeholders of an account stand to each other, and which of our managers knows them.
-- They go with the stakeholder: nothing is left of a person who is erased.
create table stakeholder_relations (
    id uuid primary key,
    account_id uuid not null,
    source_system text,
    source_id text,
    source_updated_at timestamptz,
    version bigint not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    type text not null,
    stakeholder_id uuid not null,
    other_stakeholder_id uuid,
    manager_id uuid,
    strength integer,
    observed_on date not null,
    constraint stakeholder_relations_type check (
        type in ('KNOWS', 'INFLUENCES', 'REPORTS_TO', 'CONFLICTS_WITH')),
    constraint stakeholder_relations_ends check (
        (type = 'KNOWS') = (manager_id is not null)
        and (type <> 'KNOWS') = (other_stakeholder_id is not null)),
    constraint stakeholder_relations_two_people check (stakeholder_id <> other_stakeholder_id),
    constraint stakeholder_relations_has_strength check (
        (type in ('KNOWS', 'INFLUENCES')) = (strength is not null)),
    constraint stakeholder_relations_strength check (strength between 1 and 3),
    constraint stakeholder_relations_stakeholder foreign key (stakeholder_id)
        references stakeholders (id) on delete cascade,
    constraint stakeholder_relations_other foreign key (other_stakeholder_id)
        references stakeholders (id) on delete cascade,
    constraint stakeholder_relations_manager foreign key (manager_id) references managers (id),
    constraint stakeholder_relations_account foreign key (account_id) references accounts (id),
    constraint stakeholder_relations_source_unique unique (source_system, source_id)
);

create index stakeholder_relations_by_account on stakeholder_relations (account_id, id);
create index stakeholder_relations_by_other on stakeholder_relations (other_stakeholder_id);
create index stakeholder_relations_by_stakeholder on stakeholder_relations (stakeholder_id);

-- Who reports to whom is a tree.
create unique index stakeholder_relations_one_superior on stakeholder_relations (stakeholder_id)
    where type = 'REPORTS_TO';
