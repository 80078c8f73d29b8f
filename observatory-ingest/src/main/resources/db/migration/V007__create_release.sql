create table release (
    id uuid primary key references import,
    dataset_id text not null references dataset,
    sequence integer not null check (sequence > 0),
    published_at timestamptz not null,
    unique (dataset_id, sequence)
);
