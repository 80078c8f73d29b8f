create table indicator (
    code text primary key,
    version bigint not null,
    definition jsonb not null
);
