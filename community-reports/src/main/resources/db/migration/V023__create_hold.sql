-- Reports that two moderators keep beyond the date of their first key, and the last week in which they may be kept.
create table hold (
    report_id uuid primary key references report on delete cascade,
    until_epoch integer not null
);

grant select, insert, update (until_epoch), delete on hold to ${moderation};
