-- Finds the rows that a rehearsed row refers to; identifiers may be longer than an index entry.
create index import_rows_named on import_rows (import_id, md5(content ->> 'externalId'));

-- What rows said is forgotten once it is taken over: it may be personal data.
update import_rows
set content = null
where content is not null
    and import_id in (select id from imports where state = 'DONE');

create index imports_finished on imports (finished_at) where state = 'DONE';
