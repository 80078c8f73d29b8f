-- What all replicas together have taken of each allowance. Unlogged: after a crash the minute and the day begin anew.
create unlogged table allowance_window (
    subject   text        not null,
    class     text        not null check (class in ('read', 'export', 'write', 'administration')),
    span      text        not null check (span in ('MINUTE', 'DAY')),
    begins_at timestamptz not null,
    ends_at   timestamptz not null check (ends_at > begins_at),
    taken     bigint      not null check (taken >= 0),
    primary key (subject, class, span, begins_at)
);

create index allowance_window_ends_at on allowance_window (ends_at);
