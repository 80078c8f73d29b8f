-- Who decides about the imports of a data set; without a row, another person.
create table approval_policy (
    dataset_id text primary key references dataset,
    version bigint not null check (version > 0),
    decided_by text not null check (decided_by in ('ANOTHER_PERSON', 'ANOTHER_ORGANIZATION', 'NAMED_ORGANIZATION')),
    organizations text[],
    check ((decided_by = 'NAMED_ORGANIZATION') = (organizations is not null)),
    check (cardinality(organizations) > 0)
);
