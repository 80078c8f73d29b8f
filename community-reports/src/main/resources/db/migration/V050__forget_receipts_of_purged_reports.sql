-- A receipt of a report that was purged finds nothing, as one that was never given: a row that is found and left out is
-- told by the time. Whoever purges may neither read nor write the hash; the table replaces it, as a withdrawal does.
create function forget_receipt() returns trigger language plpgsql as $$
begin
    -- 244 random bits in the 32 bytes of a hash
    new.receipt_hash := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
    return new;
end
$$;

create trigger forget_receipt before update of state on report
    for each row when (new.state = 'PURGED' and old.state <> 'PURGED') execute function forget_receipt();

update report set receipt_hash = uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) where state = 'PURGED';
