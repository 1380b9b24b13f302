-- A door that was open when the account was evaluated does not lead in again by itself.
alter table designations add column open_doors text[] not null default '{}';

-- What two approvers agreed on stays with their transition.
alter table designation_transitions
    add column proposed_by text,
    add column transition_plan text,
    add column customer_message text,
    add column former_owner_id uuid,
    add column new_owner_id uuid,
    add column owner_changes_on date;

-- Recommendations of scores that people may have seen; the verdict itself is replaced.
create table known_scores (
    account_id uuid not null,
    score_id uuid not null,
    commends boolean not null,
    as_of date not null,
    constraint known_scores_pk primary key (account_id, score_id)
);

create index known_scores_by_day on known_scores (as_of);

insert into known_scores (account_id, score_id, commends, as_of)
select account_id, score_id, recommended and cardinality(vetoes) = 0, coalesce(as_of, current_date)
from verdicts;

-- Accounts that the closed cycle could not evaluate, by reason.
alter table programme add column waiting jsonb not null default '{}';
