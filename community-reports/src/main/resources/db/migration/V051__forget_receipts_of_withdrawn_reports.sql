-- What a withdrawal replaced by itself is left to the table as well, so that one place forgets the receipts of all that is
-- erased.
drop trigger forget_receipt on report;

create trigger forget_receipt before update of state on report
    for each row when (new.state in ('WITHDRAWN', 'PURGED') and old.state <> new.state)
    execute function forget_receipt();
