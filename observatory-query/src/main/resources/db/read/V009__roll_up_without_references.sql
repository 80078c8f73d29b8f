-- Rows of roll_up are made from series in one statement, a hundred thousand at a time; five look-ups for each took longer
-- than all the rest of it. Series are never deleted one by one.
alter table roll_up
    drop constraint roll_up_series_id_fkey,
    drop constraint roll_up_province_id_fkey,
    drop constraint roll_up_region_id_fkey,
    drop constraint roll_up_country_id_fkey,
    drop constraint roll_up_year_id_fkey;
