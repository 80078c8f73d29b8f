-- The file as it came: one Zstandard stream in pieces.
create table import_source (
    import_id uuid not null references import on delete cascade,
    sequence integer not null check (sequence >= 0),
    data bytea not null,
    primary key (import_id, sequence)
);

alter table import_source alter column data set storage external;
