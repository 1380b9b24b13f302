create table products (
    product_code text primary key,
    name text not null,
    family_code text not null,
    family_name text not null,
    edition_of text,
    life_cycle text not null,
    value_mode text not null,
    list_price numeric(19, 4),
    margin_rate numeric(9, 4),
    expected_units numeric(19, 4),
    sectors text[] not null,
    version bigint not null,
    epoch bigint not null,
    constraint products_life_cycle check (
        life_cycle in ('PLANNED', 'ACTIVE', 'END_OF_SALE', 'END_OF_LIFE')),
    constraint products_value_mode check (value_mode in ('MONEY', 'UNITS')),
    constraint products_price_not_negative check (list_price >= 0)
);

create index products_by_family on products (family_code, product_code);

create table product_edges (
    product_code text not null,
    kind text not null,
    other_code text not null,
    since date,
    constraint product_edges_pk primary key (product_code, kind, other_code),
    constraint product_edges_product foreign key (product_code) references products (product_code),
    constraint product_edges_kind check (
        kind in ('UPGRADE_TO', 'COMPLEMENTS', 'REPLACES', 'NOT_WITH')),
    constraint product_edges_not_own check (product_code <> other_code)
);
