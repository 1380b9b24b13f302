create table books (
    id uuid not null,
    version bigint not null default 0,
    title text not null,
    pages integer not null,
    price numeric(18, 4) not null,
    printed_on date not null,
    added_at timestamptz not null,
    binding text,
    borrowed boolean not null default false,
    constraint books_pk primary key (id),
    constraint books_pages_positive check (pages > 0)
);

create table authors (
    book_id uuid not null references books (id) on delete cascade,
    name text not null
);
