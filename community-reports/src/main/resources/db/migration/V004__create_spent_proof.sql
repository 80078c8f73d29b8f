-- Proofs of work that were used, until their day is over.
create table spent_proof (
    hash bytea primary key check (octet_length(hash) = 32),
    day date not null
);

grant select, insert on spent_proof to ${intake};
grant select (day), delete on spent_proof to ${moderation};
