-- Events of releases that were removed for a disclosure, and when the topics were rid of them (docs/adr/0028).
create table removed_event (
    event_id uuid primary key,
    gone_at timestamptz
);

create index removed_event_to_go on removed_event (event_id) where gone_at is null;
