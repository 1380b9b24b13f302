-- Taking the marks of claimed keys away must not go through all marks.
create index stale_marks_by_key on stale_marks (kind, key);
create index stale_marks_by_key on shadow.stale_marks (kind, key);
