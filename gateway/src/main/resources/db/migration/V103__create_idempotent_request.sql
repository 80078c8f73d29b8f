-- What was asked for with which Idempotency-Key, so that a request that comes twice takes effect once.
create table idempotent_request (
    principal text        not null,
    operation text        not null,
    key       text        not null check (length(key) between 1 and 100),
    -- Of the body as it was understood.
    sha256    text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    -- The id of what was created.
    subject   text        not null,
    asked_at  timestamptz not null,
    primary key (principal, operation, key)
);
create index idempotent_request_by_age on idempotent_request (asked_at);
