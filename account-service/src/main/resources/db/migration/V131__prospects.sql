-- What the offers to an account are expected to bring by hour: waitlisted accounts of the same total
-- are ranked by it.
create table prospects (
    account_id uuid primary key,
    expected_value numeric(19, 4),
    estimated_hours numeric(19, 4),
    value_per_hour numeric(19, 4)
);

create table shadow.prospects (like public.prospects including all);
