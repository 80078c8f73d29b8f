-- What an import of a restricted data set comes to: for each table of its plan a release to be, its small cells hidden.
create table masked_table (
    id uuid primary key,
    import_id uuid not null references import on delete cascade,
    dataset_id text not null references planned_table,
    rows bigint not null,
    batches integer not null,
    checksum text not null,
    first_period text,
    last_period text,
    hidden_small bigint not null,
    hidden_companions bigint not null,
    revealing bigint not null,
    unique (import_id, dataset_id)
);
