-- What last became of the files of a data set and profile.
create table source_observation (
    dataset_id text not null,
    profile text not null,
    version bigint not null,
    observation jsonb not null,
    primary key (dataset_id, profile)
);
