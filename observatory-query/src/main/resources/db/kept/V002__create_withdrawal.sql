-- Releases that no longer hold. Kept when the read models are rebuilt: what was removed for a disclosure is not taken
-- again, also when its batches come before the event of its withdrawal.
create table withdrawal (
    release_id uuid primary key,
    dataset_id text not null,
    sequence integer not null check (sequence > 0),
    published_at timestamptz not null,
    withdrawn_at timestamptz not null,
    reason text not null check (reason in ('ERROR', 'DISCLOSURE')),
    note text check ((reason = 'DISCLOSURE') = (note is null))
);

create index withdrawal_by_dataset on withdrawal (dataset_id);
