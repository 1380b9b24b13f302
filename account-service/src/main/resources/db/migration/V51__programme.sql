-- What the decisions of the programme rest on beyond the first draft of its tables.
alter table verdicts drop column verdict;
alter table verdicts add column total_high numeric(5, 2);
alter table shadow.verdicts drop column verdict;
alter table shadow.verdicts add column total_high numeric(5, 2);

alter table designations drop column new_owner;
alter table designations
    add column plan_due_on date,
    add column review_reason text,
    add column escalated_on date,
    add column override_until date,
    add column model_version integer,
    add column model_since date,
    add column coverage_when_above numeric(5, 4),
    add column customer_message text,
    add column new_owner_id uuid,
    add column owner_changes_on date,
    add constraint designations_new_owner foreign key (new_owner_id) references managers (id),
    add constraint designations_under_review_has_reason check (
        state <> 'UNDER_REVIEW' or (review_reason is not null and review_due_on is not null));

create index designations_by_due_review on designations (review_due_on) where state = 'UNDER_REVIEW';
create index designations_by_owner_change on designations (owner_changes_on)
    where owner_changes_on is not null;

-- The day on which the cycle was closed; none for the cycle that was over before the first run.
alter table programme add column closed_on date;
