-- Public keys, one for each week and known ahead, with the signature of whoever keeps the private ones.
create table epoch_key (
    epoch integer primary key,
    public_keyset bytea not null,
    signature bytea not null
);

grant select on epoch_key to ${intake};
grant select, insert, delete on epoch_key to ${moderation};
