-- Boundaries of communes, each version of an edition whole and never changed; the greatest of an edition holds.
create table boundary_edition (
    edition text not null check (edition ~ '^[a-z][a-z0-9-]{2,59}$'),
    version bigint not null check (version > 0),
    -- what readers were told of it
    definition jsonb not null,
    -- how the file was read
    reading jsonb not null,
    -- the file as it came, packed by Zstandard
    source bytea not null,
    defined_by text not null,
    primary key (edition, version)
);
