-- Which whole numbers of a series are never told, by the policy of its data set: those from the first until below the
-- second, and those that are no multiple of the third. As it is here, there are none.
alter table series
    add column hidden_from bigint not null default 0,
    add column hidden_below bigint not null default 0,
    add column step bigint not null default 1;

-- Cells as they may be told. Whoever answers a question, and whoever makes sums, reads this and never the cells.
create view told as
select series_id, dataset_id, frequency, level, dimensions, ref_area, derived, period, from_release, until_release, cells,
       periods,
       case when is_hidden then null else value end as value,
       -- rank of Q
       case when is_hidden then 15 else status end::smallint as status
from series
join cell on cell.series_id = series.id
cross join lateral (
    select status = 15 or (value >= hidden_from and value < hidden_below) or value % step <> 0 as is_hidden) policy;

-- What stands beside a hidden value would say much of it.
create view told_attribute as
select cell_attribute.*
from cell_attribute join told using (series_id, period, from_release)
where told.status <> 15;
