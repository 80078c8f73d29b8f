-- Every text that an annotation ever had. What was said stays; only its state changes.
create table annotation_version (
    annotation_id uuid not null references annotation,
    version integer not null check (version > 0),
    kind text not null check (kind in ('NOTE', 'DISPUTE')),
    text_es text not null check (length(text_es) <= 2000),
    text_en text check (length(text_en) <= 2000),
    reference text,
    state text not null check (state in ('PENDING', 'PUBLISHED', 'REJECTED', 'REPLACED', 'WITHDRAWN')),
    submitted_by text not null,
    submitted_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    decision_note text,
    primary key (annotation_id, version),
    check (decided_by <> submitted_by),
    check ((decided_by is null) = (decided_at is null)),
    check (state not in ('PUBLISHED', 'REJECTED') or decided_by is not null)
);

create unique index annotation_shown_once on annotation_version (annotation_id) where state = 'PUBLISHED';
create unique index annotation_waiting_once on annotation_version (annotation_id) where state = 'PENDING';
create index annotation_waiting on annotation_version (submitted_at) where state = 'PENDING';
