-- What rules found, with the id of the event that told of it. Kept when the read models are rebuilt: it was said once, and is
-- neither said again nor made anew from rules and breaks that have changed since.
create table alert (
    id uuid primary key,
    position bigint generated always as identity unique,
    rule text not null,
    dataset_id text not null,
    -- of what is counted, and of what it was divided by
    release_ids uuid[] not null,
    raised_at timestamptz not null,
    indicator text,
    territory text,
    period text,
    -- null once a release told what must not be told; nothing else is then left of it either
    definition jsonb,
    check (definition is not null or (indicator is null and territory is null and period is null))
);

create index alert_by_release on alert using gin (release_ids);
create index alert_by_rule on alert (rule, position);
