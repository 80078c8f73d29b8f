-- One territory with one combination of dimension codes, at one frequency: as it was sent, or added up from such.
create table series (
    id integer generated always as identity primary key,
    dataset_id text not null,
    frequency "char" not null,
    level text not null,
    -- codes of the dimensions in the data set's order, joined by '|'
    dimensions text not null,
    ref_area text not null,
    derived boolean not null,
    unique (dataset_id, frequency, level, dimensions, ref_area)
);

-- Which series a series is added up to: the same at the next levels, and its years.
create table roll_up (
    series_id integer primary key references series,
    province_id integer references series,
    region_id integer references series,
    country_id integer references series,
    year_id integer references series
);

-- Versions of a cell: a version holds for the releases from its first until before its last.
create table cell (
    series_id integer not null,
    -- first day of the period
    period date not null,
    -- whole number: the value times ten to the power of the data set's decimals; null when missing
    value bigint,
    from_release integer not null,
    until_release integer not null default 2147483647,
    -- cells as they were sent that the value is made of; 0 when missing
    cells integer not null,
    -- periods of the data set's frequency that the value is made of
    periods smallint not null,
    -- rank of the SDMX status, as cl.observatory.query.cube.ObsStatus orders them
    status smallint not null
);

alter table cell add primary key (series_id, period, from_release);
