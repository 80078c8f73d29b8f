-- An approved import waits until this instant, unless what it was compared with no longer holds by then: it is stale.
alter table import
    add column embargo_until timestamptz,
    add column stale_at timestamptz;

create index import_under_embargo on import (embargo_until)
    where embargo_until is not null and decision = 'APPROVE';
