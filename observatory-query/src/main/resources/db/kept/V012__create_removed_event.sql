-- Public events that were taken back because they speak of what was removed for a disclosure, and when the topic was rid of
-- them (docs/adr/0028).
create table removed_event (
    event_id uuid primary key,
    gone_at timestamptz
);

create index removed_event_to_go on removed_event (event_id) where gone_at is null;
