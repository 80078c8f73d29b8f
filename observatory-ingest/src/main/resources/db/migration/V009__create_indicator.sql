create table indicator (
    code text primary key,
    version bigint not null check (version > 0),
    definition jsonb not null
);
