-- Rules by which figures are watched.
create table alert_rule (
    code text primary key,
    version bigint not null,
    indicator text not null,
    active boolean not null,
    definition jsonb not null
);
