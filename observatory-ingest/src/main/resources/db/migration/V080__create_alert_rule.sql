-- Rules by which published figures are watched.
create table alert_rule (
    code text primary key,
    version bigint not null check (version > 0),
    definition jsonb not null
);
