-- How a file differs from the release that it was compared with: counts of cells, and sums by region and year.
alter table import add column changes jsonb;
