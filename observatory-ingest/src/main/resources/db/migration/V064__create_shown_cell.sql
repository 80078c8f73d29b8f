-- What readers were told of each cell of a table, through all its releases: the value that was shown last, and whether
-- the cell was ever hidden, which it then stays.
create table shown_cell (
    dataset_id text not null references planned_table,
    ref_area text not null,
    period text not null,
    codes text[] not null,
    value bigint,
    hidden boolean not null,
    primary key (dataset_id, ref_area, period, codes)
);
