-- Publishers whose files are expected.
create table source (
    id text primary key,
    version bigint not null,
    definition jsonb not null
);
