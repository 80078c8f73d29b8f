-- Names that publishers write for codes, by version.
create table alias_table (
    name text not null,
    version integer not null check (version > 0),
    definition jsonb not null,
    created_by text not null,
    created_at timestamptz not null,
    primary key (name, version)
);
