-- The tables of a restricted data set. Each is served as a data set of its own, which takes no files.
create table table_plan (
    dataset_id text primary key references dataset,
    definition jsonb not null
);

create table planned_table (
    dataset_id text primary key references dataset,
    plan_id text not null references table_plan,
    table_id text not null,
    unique (plan_id, table_id),
    check (dataset_id = plan_id || '-' || table_id)
);
