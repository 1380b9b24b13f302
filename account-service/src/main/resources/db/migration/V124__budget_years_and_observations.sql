-- When a centre's budget begins anew, and when a holding was last seen to be in use.
alter table buying_centres
    add column fiscal_year_start_month integer,
    add constraint buying_centres_fiscal_year check (fiscal_year_start_month between 1 and 12);
alter table holdings add column observed_on date;
