-- Where territories lie, by zoom: every version of every edition of boundaries. Nothing of a version is shown before
-- boundary_edition has it.
create table boundary_shape (
    edition text not null,
    version bigint not null,
    zoom text not null check (zoom in ('country', 'region', 'commune')),
    code text not null,
    part integer not null,
    west numeric not null,
    south numeric not null,
    east numeric not null,
    north numeric not null,
    -- GeoJSON, as it is sent
    geometry text not null,
    primary key (edition, version, zoom, code)
);
