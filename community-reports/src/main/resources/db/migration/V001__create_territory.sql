-- Territories as observatory-ingest publishes them, for the checks of intake and the closed months of moderation.
create table territory (
    code text primary key,
    level text not null check (level in ('country', 'region', 'province', 'commune')),
    parent text,
    label_es text not null,
    label_en text not null,
    valid_to date
);

-- Events that were applied (cl.observatory.events.inbox).
create table processed_event (
    event_id uuid primary key
);

grant select on territory to ${intake};
grant select, insert, update, delete on territory to ${moderation};
grant select, insert on processed_event to ${moderation};
