-- Versions of editions of boundaries whose shapes are all there; the greatest of an edition that was known at an instant
-- holds.
create table boundary_edition (
    edition text not null,
    version bigint not null,
    valid_from date not null,
    synthetic boolean not null,
    published_at timestamptz not null,
    definition jsonb not null,
    primary key (edition, version)
);
