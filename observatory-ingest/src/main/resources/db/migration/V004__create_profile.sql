create table profile (
    dataset_id text not null references dataset,
    name text not null,
    version integer not null check (version > 0),
    definition jsonb not null,
    created_by text not null,
    created_at timestamptz not null,
    primary key (dataset_id, name, version)
);
