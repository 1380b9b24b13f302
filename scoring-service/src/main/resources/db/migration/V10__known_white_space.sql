-- How much of the matrix and of the wallet is known; unknown for totals told before.
alter table white_space_totals
    add column applicable_cells integer not null default 0,
    add column unknown_cells integer not null default 0,
    add column wallet_coverage numeric(9, 4);

alter table shadow.white_space_totals
    add column applicable_cells integer not null default 0,
    add column unknown_cells integer not null default 0,
    add column wallet_coverage numeric(9, 4);
