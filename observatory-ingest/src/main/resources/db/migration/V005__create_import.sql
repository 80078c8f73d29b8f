create table import (
    id uuid primary key,
    dataset_id text not null references dataset,
    profile_name text not null,
    profile_version integer not null,
    release_status text not null check (release_status in ('PROVISIONAL', 'DEFINITIVE')),
    change_note text,
    retrieved_at timestamptz not null,
    territories_version text not null,
    submitted_by text not null,
    submitted_at timestamptz not null,
    idempotency_key text,
    source_bytes bigint not null,
    source_sha256 text,
    rows_received bigint not null,
    rows_accepted bigint not null,
    batches integer not null,
    checksum text,
    first_period text,
    last_period text,
    conflicts jsonb not null,
    decision text check (decision in ('APPROVE', 'REJECT')),
    decided_by text,
    decided_at timestamptz,
    decision_note text,
    foreign key (dataset_id, profile_name, profile_version) references profile,
    -- four eyes
    check (decided_by <> submitted_by),
    check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null))
);

create unique index import_sent_once on import (submitted_by, idempotency_key);
create index import_by_dataset on import (dataset_id, submitted_at);
