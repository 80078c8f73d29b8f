-- Numbers of communities are told as the lower ends of bands of this width, and not at all below the first. 0: as they are.
alter table series add column band bigint not null default 0;

create or replace view told as
select series_id, dataset_id, frequency, level, dimensions, ref_area, derived, period, from_release, until_release, cells,
       periods,
       case when is_hidden then null when band > 0 then value - value % band else value end as value,
       -- rank of Q
       case when is_hidden then 15 else status end::smallint as status
from series
join cell on cell.series_id = series.id
cross join lateral (
    select status = 15 or (value > 0 and value < small_below) or (band > 0 and value < band) as is_hidden) policy;
