-- Answers that were cited, with their data as they were (docs/adr/0026). Kept when the read models are rebuilt; what was
-- removed for a disclosure is erased here too, with the digest, which would tell a small number to whoever tries them all.
create table citation (
    id uuid primary key,
    question text,
    method text not null,
    sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
    content jsonb,
    made_at timestamptz not null,
    erased_at timestamptz,
    check ((content is null) = (erased_at is not null)),
    check ((question is null) = (content is null)),
    check ((sha256 is null) = (content is null))
);

-- the same answer is one citation; questions may be longer than an index takes
create unique index citation_of_answer on citation (sha256, method, md5(question));

create index citation_by_time on citation (made_at);

create table citation_release (
    citation_id uuid not null references citation,
    release_id uuid not null,
    primary key (citation_id, release_id)
);

create index citation_release_by_release on citation_release (release_id);
