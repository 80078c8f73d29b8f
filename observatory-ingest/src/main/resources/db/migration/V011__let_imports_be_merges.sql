-- What a file was to do to the release before and what it does (a merge over nothing is full), the release that it was
-- compared with, the rows in its batches, and the whole that it would make: of a merge, checksum is that of the whole
-- too, and first_period and last_period are those of the file.
alter table import
    add column asked_update text not null default 'full' check (asked_update in ('full', 'merge')),
    add column update_mode text not null default 'full' check (update_mode in ('full', 'merge')),
    add column based_on uuid references release,
    add column rows_sent bigint,
    add column total_rows bigint,
    add column total_first_period text,
    add column total_last_period text,
    add constraint import_merge_is_laid_over_something
        check (update_mode = 'full' or checksum is null or based_on is not null);

create index import_based_on on import (based_on);
