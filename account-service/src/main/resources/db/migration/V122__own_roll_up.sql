-- From this day on a key account counts for itself, and no longer for the account above it.
alter table designations add column own_roll_up_from date;
