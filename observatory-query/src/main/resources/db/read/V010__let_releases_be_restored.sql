-- When the release that holds is withdrawn, the cells of the one before hold again, under a key of their own, so that
-- what comes next builds on them. Readers are not led there: their cells are those of the release that is restored.
alter table release
    drop constraint release_state_check,
    drop constraint release_check,
    -- key of the release whose cells these are, 0 for none
    add column restores integer,
    add constraint release_state_check
        check (state in ('LOADING', 'VISIBLE', 'FAILED', 'DISCARDED', 'RESTORED')),
    add constraint release_check check (state in ('LOADING', 'DISCARDED', 'RESTORED') or definition is not null),
    add constraint release_restores_check check ((state = 'RESTORED') = (restores is not null));
