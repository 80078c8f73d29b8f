alter table release
    add column withdrawn_at timestamptz,
    add column withdrawn_by text,
    add column withdrawal_reason text check (withdrawal_reason in ('ERROR', 'DISCLOSURE')),
    add column withdrawal_note text,
    add constraint release_withdrawal_is_whole
        check ((withdrawn_at is null) = (withdrawn_by is null)
               and (withdrawn_at is null) = (withdrawal_reason is null)
               and (withdrawn_at is null) = (withdrawal_note is null));
