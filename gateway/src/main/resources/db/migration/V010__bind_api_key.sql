-- What the scopes of a key are bound to; null is unbound.
alter table api_key
    add column organization text check (organization ~ '^[a-z0-9-]{1,60}$'),
    add column territories text[] check (cardinality(territories) > 0),
    add column datasets text[] check (cardinality(datasets) > 0);
