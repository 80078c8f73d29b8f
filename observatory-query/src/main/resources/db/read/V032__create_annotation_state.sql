-- What organizations say beside figures: every state that an annotation ever had, by its revision. The one with the
-- highest revision holds; an earlier one is what was shown at an earlier instant.
create table annotation_state (
    id uuid not null,
    revision bigint not null,
    state text not null check (state in ('PUBLISHED', 'WITHDRAWN')),
    dataset_id text,
    indicator text,
    territory text not null,
    -- first day of the first period, and the day after the last one
    first_day date not null,
    end_day date not null,
    told_at timestamptz not null,
    definition jsonb not null,
    primary key (id, revision)
);

create index annotation_state_by_territory on annotation_state (territory);
