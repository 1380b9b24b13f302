-- What lists of accounts are filtered and sorted by.
create extension if not exists pg_trgm;
create index accounts_by_part_of_name on accounts using gin (name gin_trgm_ops);
create index accounts_by_status on accounts (status, name, id);
create index accounts_by_known_sector on accounts (coalesce(sector_code, ''), id);
create index accounts_by_known_headcount on accounts (coalesce(headcount, 0), id);
