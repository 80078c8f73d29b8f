-- Public events that wait to be sent, in the order of their positions (cl.observatory.events.outbox). Their ids are
-- computed from what they speak of, and rows stay after they are sent: a rebuild announces nothing twice.
create table outbox (
    position bigint generated always as identity primary key,
    id uuid not null unique,
    topic text not null,
    source text not null,
    type text not null,
    subject text not null,
    occurred_at timestamptz not null,
    encoding text not null check (encoding in ('IDENTITY', 'ZSTD')),
    data bytea not null,
    sent_at timestamptz
);

create index outbox_waiting on outbox (position) where sent_at is null;
