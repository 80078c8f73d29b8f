-- Signed roots of the trees, one for each day, in one chain.
create table filing_root (
    number integer primary key check (number > 0),
    day date not null unique,
    leaves integer not null check (leaves >= 1024 and leaves & (leaves - 1) = 0),
    root bytea not null check (octet_length(root) = 32),
    -- hash of the statement of the root before; unique, so that the chain has no branch
    before bytea not null unique check (octet_length(before) = 32),
    public_key bytea not null check (octet_length(public_key) = 32),
    signature bytea not null check (octet_length(signature) = 64)
);

-- a root is never revised
grant select on filing_root to ${intake};
grant select, insert on filing_root to ${moderation};
