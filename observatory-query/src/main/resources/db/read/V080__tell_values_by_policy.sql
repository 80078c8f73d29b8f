-- Counts from 1 to below this are small by the policy of the series' data set, and never told. 0: there are none such.
alter table series add column small_below bigint not null default 0;

-- Cells as they may be told. Whoever answers a question, and whoever makes sums, reads this and never the cells.
create view told as
select series_id, dataset_id, frequency, level, dimensions, ref_area, derived, period, from_release, until_release, cells,
       periods,
       case when is_hidden then null else value end as value,
       -- rank of Q
       case when is_hidden then 15 else status end::smallint as status
from series
join cell on cell.series_id = series.id
cross join lateral (select status = 15 or (value > 0 and value < small_below) as is_hidden) policy;

-- What stands beside a hidden value would say much of it.
create view told_attribute as
select cell_attribute.*
from cell_attribute join told using (series_id, period, from_release)
where told.status <> 15;
