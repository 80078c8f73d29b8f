-- What an organization says beside a figure of its own territory.
create table annotation (
    id uuid primary key,
    dataset_id text references dataset,
    indicator_code text references indicator,
    territory text not null,
    period_from text not null,
    period_to text not null,
    organization text not null,
    last_version integer not null check (last_version > 0),
    -- how many events told of it
    revision bigint not null default 0 check (revision >= 0),
    check ((dataset_id is null) <> (indicator_code is null))
);
