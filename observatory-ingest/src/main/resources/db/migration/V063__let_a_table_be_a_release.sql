-- A release comes from an import, or from a table that was made of one: its id is that of either.
alter table release drop constraint release_id_fkey;
alter table release_batch drop constraint release_batch_release_id_fkey;
