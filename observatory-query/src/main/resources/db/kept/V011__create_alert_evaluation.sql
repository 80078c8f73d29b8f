-- Which versions of rules were evaluated over which releases, so that each is once, and how many series could not be judged.
create table alert_evaluation (
    rule text not null,
    rule_version bigint not null,
    release_id uuid not null,
    evaluated_at timestamptz not null,
    -- the last period that was judged, null when there was none
    last_period text,
    report jsonb not null,
    primary key (rule, rule_version, release_id)
);

create index alert_evaluation_by_release on alert_evaluation (release_id);
