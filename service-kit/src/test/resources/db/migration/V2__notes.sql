create table notes (
    key text not null,
    version bigint not null,
    text text not null,
    constraint notes_pk primary key (key),
    constraint notes_short check (length(text) < 1000000)
);

create table shadow.notes (like public.notes including all);
