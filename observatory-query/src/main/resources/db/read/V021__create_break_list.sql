-- Lists of breaks, every version whole; of those that were known at an instant the greatest holds.
create table break_list (
    dataset_id text not null,
    version bigint not null,
    defined_at timestamptz not null,
    definition jsonb not null,
    primary key (dataset_id, version)
);
