create table check_plan (
    dataset_id text not null references dataset,
    version bigint not null check (version > 0),
    definition jsonb not null,
    defined_by text not null,
    defined_at timestamptz not null,
    primary key (dataset_id, version)
);
