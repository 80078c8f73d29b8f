-- Releases in the order of their arrival. A data set's arrive in the order of their sequence, so keys compare as these do.
-- Setting one row VISIBLE is the switch: readers use the greatest visible key of a data set.
create table release (
    key integer generated always as identity primary key,
    id uuid not null unique,
    dataset_id text not null,
    state text not null check (state in ('LOADING', 'VISIBLE', 'FAILED')),
    sequence integer,
    published_at timestamptz,
    definition jsonb,
    check (state = 'LOADING' or definition is not null)
);

create index release_by_dataset on release (dataset_id, key);

-- What was loaded of a release, batch by batch, so that count and checksum can be compared with what was published.
create table loaded_batch (
    release_key integer not null references release on delete cascade,
    sequence integer not null,
    rows integer not null,
    checksum text not null,
    -- cells that the release before has too
    matched bigint not null,
    -- first days of the periods in which something differs from it
    touched date[] not null,
    -- the cells of the batch, packed (cl.observatory.query.cube.SeenCells), until the release is visible
    seen bytea,
    primary key (release_key, sequence)
);
