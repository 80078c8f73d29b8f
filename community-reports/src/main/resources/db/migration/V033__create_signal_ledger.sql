-- What each closed month spent of the promise to reporters: how far one report could change the odds of what was told
-- (docs/adr/0031). The counts themselves are not kept.
create table signal_ledger (
    category text not null,
    -- its first day
    month date not null check (extract(day from month) = 1),
    method integer not null,
    epsilon numeric not null check (epsilon > 0),
    band integer not null check (band >= 5),
    -- how many communes noise was drawn for
    communes integer not null check (communes > 0),
    closed_on date not null check (closed_on >= (month + interval '1 month 7 days')::date),
    primary key (category, month)
);

-- a closed month is never revised
grant select, insert on signal_ledger to ${moderation};
