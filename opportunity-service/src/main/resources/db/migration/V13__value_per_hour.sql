-- The second view of recommendations: what an hour of the manager is expected to bring.
alter table recommendations add column value_per_hour numeric(19, 4);
