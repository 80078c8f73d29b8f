-- Who holds keys. The id is also the name by which the services know the partner, so that two keys of one partner are one
-- and the same person to whoever asks for two.
create table partner (
    id                text        not null primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name              text        not null check (name <> '' and length(name) <= 200),
    contact           text        not null check (contact <> '' and length(contact) <= 320),
    created_at        timestamptz not null,
    suspended_at      timestamptz,
    suspension_reason text,
    check (length(id) between 2 and 60 and id <> 'anonymous'),
    check ((suspended_at is null) = (suspension_reason is null))
);
