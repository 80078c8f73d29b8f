-- The address that a file was taken from by the observatory itself; absent when somebody sent it.
alter table import add column fetched_from text;
