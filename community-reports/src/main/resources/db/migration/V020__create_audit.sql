-- Who read or decided what, in one chain (ADR 0015). An entry names a report by its random id and tells nothing of it
-- but its lane. No entry says more of when than the day.
create table audit_entry (
    sequence bigint primary key check (sequence > 0),
    recorded_at timestamptz not null check (recorded_at = date_trunc('day', recorded_at, 'UTC')),
    principal text not null,
    organization text,
    action text not null,
    lane text,
    subject text not null,
    reason text,
    details jsonb not null,
    hash text not null check (hash ~ '^[0-9a-f]{64}$')
);

create index audit_entry_by_subject on audit_entry (subject, sequence);
create index audit_entry_by_lane on audit_entry (lane, sequence);
create index opening_by_principal on audit_entry (principal, recorded_at) where action = 'REPORT_OPENED';

-- The end of the chain. Writers wait for each other at its one row.
create table audit_head (
    one boolean primary key default true check (one),
    sequence bigint not null,
    hash text not null check (hash ~ '^[0-9a-f]{64}$')
);

insert into audit_head (sequence, hash) values (0, repeat('0', 64));

create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
    raise exception 'the audit only grows';
end
$$;

create function refuse_leap_of_audit_head() returns trigger language plpgsql as $$
begin
    if new.sequence is distinct from old.sequence + 1 or not new.one then
        raise exception 'the audit only grows';
    end if;
    return new;
end
$$;

create trigger audit_entry_is_kept before update or delete or truncate on audit_entry
    for each statement execute function refuse_change_of_audit();
create trigger audit_head_is_kept before delete or truncate on audit_head
    for each statement execute function refuse_change_of_audit();
create trigger audit_head_moves_by_one before update on audit_head
    for each row execute function refuse_leap_of_audit_head();

grant select, insert on audit_entry to ${moderation};
grant select, update (sequence, hash) on audit_head to ${moderation};
