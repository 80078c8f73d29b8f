-- What the decisions of a month add up to until the month is closed, sealed as one: no row and no key of any report, and
-- nothing in clear but that the month is open (cl.observatory.reports.tally).
create table month_tally (
    -- its first day
    month date primary key check (extract(day from month) = 1),
    id uuid not null unique,
    epoch integer not null,
    sealed bytea not null
);

alter table month_tally alter column sealed set storage external;

grant select, insert, update (epoch, sealed), delete on month_tally to ${moderation};
