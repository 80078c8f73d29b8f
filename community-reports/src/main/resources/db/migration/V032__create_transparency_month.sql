-- Closed months as they are told, of the whole country and floored to five: nothing else was kept of them.
create table transparency_month (
    -- its first day
    month date primary key check (extract(day from month) = 1),
    closed_on date not null check (closed_on >= (month + interval '1 month 7 days')::date),
    received integer not null check (received >= 0 and received % 5 = 0),
    decided integer not null check (decided >= 0 and decided % 5 = 0),
    -- null below the first five decisions
    median_days integer check ((median_days is null) = (decided = 0)),
    opened integer not null check (opened >= 0 and opened % 5 = 0)
);

create table transparency_rejection (
    month date not null references transparency_month,
    reason text not null,
    rejected integer not null check (rejected > 0 and rejected % 5 = 0),
    primary key (month, reason)
);

-- a closed month is never revised
grant select on transparency_month, transparency_rejection to ${intake};
grant select, insert on transparency_month, transparency_rejection to ${moderation};
