-- What became of the files of a data set and profile, the newest version last; nothing is changed or removed.
create table source_observation (
    dataset_id text not null references dataset,
    profile_name text not null,
    version bigint not null check (version > 0),
    observed_at timestamptz not null,
    observation jsonb not null,
    primary key (dataset_id, profile_name, version)
);
