create table classification (
    scheme text primary key,
    version text not null,
    definition jsonb not null
);
