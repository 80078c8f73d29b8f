-- A row for each report that came in, with nothing but the month; counted and forgotten when the month is closed.
create table received (
    -- its first day
    month date not null
);

grant insert on received to ${intake};
grant select, delete on received to ${moderation};
