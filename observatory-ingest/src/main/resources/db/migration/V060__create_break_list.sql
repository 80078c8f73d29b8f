-- Lists of breaks, each version whole and never changed; the greatest of a data set holds.
create table break_list (
    dataset_id text not null references dataset,
    version bigint not null check (version > 0),
    definition jsonb not null,
    defined_by text not null,
    primary key (dataset_id, version)
);
