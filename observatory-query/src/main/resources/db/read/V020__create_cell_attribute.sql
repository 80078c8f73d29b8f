-- What stands beside the values of estimates, in a table of its own: counts are a thousand times as many and have none.
-- A row belongs to the version of the cell with the same first release, and holds as long as that does.
create table cell_attribute (
    series_id integer not null,
    period date not null,
    from_release integer not null,
    -- whole numbers in the data set's decimals
    std_err bigint,
    lower_ci bigint,
    upper_ci bigint,
    -- plain whole numbers
    sample_size bigint,
    df bigint,
    primary key (series_id, period, from_release)
);
