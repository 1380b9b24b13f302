-- A service's database with two roles: one owns the schema and migrates it, one runs the service.
-- To be run once a service by an administrator of the server, before the first deployment:
--
--   psql -v database=account -v owner_password=… -v password=… -f database.sql postgres
--
-- The databases are account, scoring and opportunity; the roles of account are account_owner and account.
\set ON_ERROR_STOP on
\set owner :database _owner

create role :"owner" login password :'owner_password';
create role :"database" login password :'password';
create database :"database" owner :"owner";
\connect :"database"

-- Nobody else is let in; temporary tables are needed by rebuilds.
revoke connect, temporary on database :"database" from public;
grant connect, temporary on database :"database" to :"database";

-- The run role works with what the owner will make, and makes nothing itself.
alter default privileges for role :"owner" grant usage on schemas to :"database";
alter default privileges for role :"owner"
    grant select, insert, update, delete, truncate on tables to :"database";
alter default privileges for role :"owner" grant usage, select on sequences to :"database";
