-- The rows of a file that were not taken, as a file to correct and send again: one Zstandard stream in pieces.
create table import_rejected (
    import_id uuid not null references import on delete cascade,
    sequence integer not null check (sequence >= 0),
    data bytea not null,
    primary key (import_id, sequence)
);

alter table import_rejected alter column data set storage external;
