-- What one moderator proposed and waits for another. What exactly is sealed with the report.
create table proposal (
    report_id uuid not null references report on delete cascade,
    kind text not null check (kind in ('REFERRAL', 'HOLD')),
    principal text not null,
    day date not null,
    primary key (report_id, kind)
);

grant select, insert, delete on proposal to ${moderation};
