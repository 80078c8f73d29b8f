-- Keys of callers. The key itself is never stored, only its hash.
create table api_key (
    id         text        not null primary key check (id ~ '^[0-9a-hjkmnp-tv-z]{8}$'),
    principal  text        not null check (principal <> '' and principal <> 'anonymous'),
    scopes     text[]      not null check (cardinality(scopes) > 0),
    sha256     text        not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
    created_at timestamptz not null,
    -- Null for the keys of a local stack only; see the architecture, "Running it".
    expires_at timestamptz check (expires_at > created_at),
    revoked_at timestamptz
);
