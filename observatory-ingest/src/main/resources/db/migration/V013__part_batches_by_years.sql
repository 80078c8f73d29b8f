-- A batch holds periods of one year, so that a merge reads those of the years that it touches. Those of before hold any.
alter table release_batch
    add column first_period text,
    add column last_period text,
    add constraint release_batch_of_one_year check (left(first_period, 4) = left(last_period, 4));
