-- Events that wait to be sent, in the order of their positions (cl.observatory.events.outbox).
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

-- what is packed already is not worth another try
alter table outbox alter column data set storage external;

create index outbox_waiting on outbox (position) where sent_at is null;

grant select, insert, update, delete on outbox to ${moderation};
