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

-- Nobody else is let in; temporary tables are needed by rebuilds. The migrations give the run role its
-- rights to tables: it reads and writes rows, and makes nothing.
revoke connect, temporary on database :"database" from public;
grant connect, temporary on database :"database" to :"database";
