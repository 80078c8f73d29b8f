create table dataset (
    id text primary key,
    definition jsonb not null
);
