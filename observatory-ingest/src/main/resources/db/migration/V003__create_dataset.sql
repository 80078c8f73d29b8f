create table dataset (
    id text primary key check (id ~ '^[a-z][a-z0-9-]{2,59}$'),
    definition jsonb not null,
    last_sequence integer not null default 0 check (last_sequence >= 0)
);
