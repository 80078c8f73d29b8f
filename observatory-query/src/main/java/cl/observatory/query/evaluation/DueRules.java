package cl.observatory.query.evaluation;

import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.time.Period;
import cl.observatory.query.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Finds what is to be evaluated by what is stored alone, so that a process that was killed leaves nothing undone. */
@ApplicationScoped
class DueRules {

    /** Active rules whose version was not evaluated over the release that holds. */
    private static final String DUE = """
            select alert_rule.definition, indicator.definition as indicator, holding.id
            from alert_rule
            join indicator on indicator.code = alert_rule.indicator
            cross join lateral (
                select id from release
                where dataset_id = indicator.definition #>> '{numerator,dataset}' and state = 'VISIBLE'
                  and not exists (select from withdrawal where release_id = release.id)
                order by sequence desc limit 1) holding
            where active and not exists (
                select from alert_evaluation
                where rule = alert_rule.code and rule_version = alert_rule.version and release_id = holding.id)
            order by alert_rule.code
            """;

    private static final String LAST = """
            select last_period from alert_evaluation
            where rule = :rule and last_period is not null
              and not exists (select from withdrawal where withdrawal.release_id = alert_evaluation.release_id)
            """;

    private final Jdbi jdbi;

    DueRules(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A rule and the release that it is to be evaluated over.
     *
     * @param release that holds, of the data set that the rule's indicator counts
     */
    record Due(AlertRuleDefined rule, IndicatorDefined indicator, UUID release) {}

    List<Due> list() {
        return jdbi.withHandle(handle -> handle.createQuery(DUE)
                .map((row, context) -> new Due(
                        StoredJson.read(row.getString("definition"), AlertRuleDefined.class),
                        StoredJson.read(row.getString("indicator"), IndicatorDefined.class),
                        row.getObject("id", UUID.class)))
                .list());
    }

    /** The last period of its frequency that a rule judged, in releases that were not withdrawn; empty when there is none. */
    Optional<Period> lastJudged(AlertRuleDefined rule) {
        return jdbi.withHandle(handle -> handle.createQuery(LAST).bind("rule", rule.code()).mapTo(String.class).stream()
                .flatMap(text -> Period.parse(text).stream())
                .filter(period -> period.frequency() == rule.frequency())
                .max(Period::compareTo));
    }
}
