-- How often each key was used on a day (UTC), by class of request.
create table usage_day (
    key_id   text   not null,
    day      date   not null,
    class    text   not null check (class in ('read', 'export', 'write', 'administration')),
    requests bigint not null check (requests >= 0),
    refused  bigint not null check (refused >= 0),
    primary key (key_id, day, class)
);
