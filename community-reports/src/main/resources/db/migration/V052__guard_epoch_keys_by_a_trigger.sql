-- Each stored report locked the row of its week's key, so that all that came in at once stood in line there. A report is
-- sealed to a key that was read from the table; what has to be held off is that a key goes while a report needs it.
alter table report drop constraint report_epoch_fkey;

create function keep_key_of_reports() returns trigger language plpgsql as $$
begin
    if exists (select from report where epoch = old.epoch) then
        raise foreign_key_violation using message = 'reports are sealed to the key of epoch ' || old.epoch;
    end if;
    return old;
end
$$;

create trigger keep_key_of_reports before delete on epoch_key
    for each row execute function keep_key_of_reports();
