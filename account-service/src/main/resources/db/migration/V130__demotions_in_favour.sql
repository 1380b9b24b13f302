-- The waitlisted account for which a demotion makes room.
alter table designations add column in_favour_of uuid;
alter table designation_transitions add column in_favour_of uuid;
