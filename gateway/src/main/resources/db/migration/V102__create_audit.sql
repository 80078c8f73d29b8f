-- Who changed what about partners and keys, and why, in one chain (ADR 0015). The hash of an entry covers it and the hash of the entry before.
create table audit_entry (
    sequence bigint primary key check (sequence > 0),
    recorded_at timestamptz not null,
    principal text not null,
    organization text,
    action text not null,
    partner_id text,
    subject text not null,
    reason text,
    details jsonb not null,
    hash text not null check (hash ~ '^[0-9a-f]{64}$')
);

create index audit_entry_by_subject on audit_entry (subject, sequence);
create index audit_entry_by_partner on audit_entry (partner_id, sequence);

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

-- The service owns the tables and could grant itself what it gives up here; it never asks for it.
revoke update, delete, truncate on audit_entry from current_user, public;
revoke delete, truncate on audit_head from current_user, public;
