-- What peers spend on a product by each unit of their own revenue: the size that wallets are taken
-- by where the headcount is not known. Frames of before do not say it.
alter table peer_groups add column spend_by_revenue jsonb not null default '{}';
alter table peer_members add column spend_by_revenue jsonb not null default '{}';
