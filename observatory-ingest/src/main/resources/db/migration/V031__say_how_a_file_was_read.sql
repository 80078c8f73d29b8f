-- Rows that the profile leaves out, zeros that it fills in, and the encoding that a text was read in.
alter table import
    add column rows_dropped bigint not null default 0,
    add column cells_filled bigint not null default 0,
    add column source_encoding text;
