-- The rows of an import, and of the release that it may become, as encoded batches that never change.
create table release_batch (
    release_id uuid not null references import (id) on delete cascade,
    sequence integer not null check (sequence >= 0),
    event_id uuid not null unique,
    rows integer not null check (rows > 0),
    data bytea not null,
    primary key (release_id, sequence)
);

alter table release_batch alter column data set storage external;
