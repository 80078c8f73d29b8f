-- Finds what was sent long enough ago to be cleared.
create index outbox_sent on outbox (sent_at) where sent_at is not null;
