-- Publishers whose files are expected.
create table source (
    id text primary key check (id ~ '^[a-z][a-z0-9-]{2,59}$'),
    version bigint not null check (version > 0),
    definition jsonb not null
);
