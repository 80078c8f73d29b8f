create table territory (
    code text primary key,
    level text not null check (level in ('country', 'region', 'province', 'commune')),
    parent text,
    label_es text not null,
    label_en text not null,
    position integer not null,
    iso text,
    valid_from date,
    valid_to date,
    verified_at date
);

create index territory_by_level on territory (level, position);

create table succession (
    from_code text not null references territory,
    to_code text not null references territory,
    effective_on date not null,
    weight numeric check (weight > 0 and weight <= 1),
    basis text,
    verified_at date,
    primary key (from_code, to_code, effective_on)
);

-- Every territory with itself and whatever holds it.
create table ancestry (
    code text not null references territory,
    ancestor text not null references territory,
    primary key (code, ancestor)
);

create index ancestry_by_ancestor on ancestry (ancestor);

-- Versions of the whole table that were applied, the newest last.
create table territories_version (
    version text primary key,
    applied integer generated always as identity
);
