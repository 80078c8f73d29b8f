-- A release that never became visible keeps its row when another one of its data set begins, so that what still comes of
-- it is known to be late.
alter table release
    drop constraint release_state_check,
    drop constraint release_check,
    add constraint release_state_check check (state in ('LOADING', 'VISIBLE', 'FAILED', 'DISCARDED')),
    add constraint release_check check (state in ('LOADING', 'DISCARDED') or definition is not null);
