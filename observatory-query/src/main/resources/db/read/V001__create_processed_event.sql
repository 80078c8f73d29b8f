-- Events that were applied (cl.observatory.events.inbox). Dropped with everything that they made.
create table processed_event (
    event_id uuid primary key
);
