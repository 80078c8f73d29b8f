-- Which version of each table of reference data was last handed to the outbox.
create table published_reference (
    name text primary key,
    version text not null,
    published_at timestamptz not null
);
