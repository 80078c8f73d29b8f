-- A report: everything that it tells is sealed. No column says when it came but the week of the key.
create table report (
    id uuid primary key,
    receipt_hash bytea not null unique check (octet_length(receipt_hash) = 32),
    epoch integer not null references epoch_key,
    state text not null check (state in ('SCREENED', 'IN_REVIEW', 'VALIDATED', 'NEEDS_INFO', 'MERGED', 'REJECTED',
        'REFERRED', 'CLOSED', 'WITHDRAWN', 'PURGED')),
    lane integer not null,
    sealed bytea,
    check ((sealed is null) = (state in ('WITHDRAWN', 'PURGED')))
);

-- sealed bytes do not become smaller
alter table report alter column sealed set storage external;

create index report_by_lane on report (lane, epoch) where state in ('SCREENED', 'IN_REVIEW', 'VALIDATED', 'NEEDS_INFO');

-- What the reporter added to it, sealed likewise.
create table addition (
    id uuid primary key,
    report_id uuid not null references report on delete cascade,
    epoch integer not null references epoch_key,
    sealed bytea not null
);

alter table addition alter column sealed set storage external;

create index addition_by_report on addition (report_id);

-- What moderators told the reporter, sealed to a key that only the receipt gives.
create table message (
    id uuid primary key,
    report_id uuid not null references report on delete cascade,
    number integer not null,
    sealed bytea not null,
    unique (report_id, number)
);

alter table message alter column sealed set storage external;

grant select (id, receipt_hash, epoch, state), insert, update (state, sealed, receipt_hash) on report to ${intake};
grant select (id, report_id), insert, delete on addition to ${intake};
grant select, delete on message to ${intake};
grant select (id, epoch, state, lane, sealed), update (epoch, state, sealed) on report to ${moderation};
grant select, update (epoch, sealed), delete on addition to ${moderation};
grant select, insert, delete on message to ${moderation};
