-- Leaves of the trees of days: the hash of a text and a secret, or random bytes. Nothing tells which, and nothing to which
-- report a leaf belongs but a receipt together with intake's key (cl.observatory.reports.filing).
create table filing_leaf (
    -- random as well where nobody filed
    mark bytea primary key check (octet_length(mark) = 32),
    leaf bytea not null check (octet_length(leaf) = 32),
    -- of the tree; until there is one, of filing
    day date not null,
    -- drawn when the day is over, for all leaves of the day at once
    place integer check (place >= 0),
    unique (day, place)
);

grant select, insert (mark, leaf, day) on filing_leaf to ${intake};
grant select, insert, delete on filing_leaf to ${moderation};
