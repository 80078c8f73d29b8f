-- A key is a partner's, or stands in the keys file of a local stack.
alter table api_key
    add column partner_id text references partner (id),
    add column from_file boolean not null default true,
    add column label text check (label <> '' and length(label) <= 100),
    -- Networks in CIDR notation from which the key may be used; null is from anywhere.
    add column networks text[] check (cardinality(networks) > 0),
    add column predecessor_id text unique references api_key (id);

alter table api_key
    alter column from_file drop default,
    add check (from_file = (partner_id is null)),
    add check (from_file or (principal = partner_id and label is not null)),
    add check (from_file or (expires_at is not null and expires_at <= created_at + interval '365 days')),
    add check (from_file or territories is not null or not 'reports:relay' = any (scopes)),
    add check (from_file or not 'reports:moderate' = any (scopes));

create index api_key_by_partner on api_key (partner_id, id);
