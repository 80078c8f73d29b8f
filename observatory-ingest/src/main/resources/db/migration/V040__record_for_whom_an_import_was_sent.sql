-- Bindings of the one who sent the file; null is unbound.
alter table import
    add column organization text,
    add column territories text[] check (cardinality(territories) > 0);
