-- Closed months of community signals: a row for each category and month, also where no commune is told of.
create table signal_month (
    category text not null,
    -- its first day
    month date not null check (extract(day from month) = 1),
    label_es text not null,
    label_en text not null,
    group_code text not null,
    group_es text not null,
    group_en text not null,
    method integer not null,
    epsilon numeric not null,
    band integer not null,
    closed_on date not null,
    primary key (category, month)
);

-- What came of communes, as it came.
create table signal_cell (
    category text not null,
    month date not null,
    commune text not null,
    at_least integer not null,
    primary key (category, month, commune),
    foreign key (category, month) references signal_month
);

-- Signals as they may be told: lower ends of bands of the width that the month has, five at least, and nothing below the
-- first, whatever came. Whoever answers a question, and whoever makes sums, reads this and never the cells (docs/adr/0022, 0027).
create view told_signal as
select category, month, closed_on, commune, at_least - at_least % width as at_least
from signal_month
join signal_cell using (category, month)
cross join lateral (select greatest(band, 5) as width) policy
where at_least >= width;
