-- Whoever keeps answers hears of every event that is applied, when it is committed (docs/adr/0020). What is written beside
-- what readers see, and shows nothing yet, says so by the setting observatory.unseen.
create function tell_readers() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('observatory.unseen', true), '') <> 'on' then
        perform pg_notify('readers', '');
    end if;
    return null;
end
$$;

create trigger tell_readers after insert on processed_event for each row execute function tell_readers();
