package cl.observatory.query.alert;

import cl.observatory.events.alert.AlertRaised;
import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.StoredJson;
import cl.observatory.query.answer.StandingRelease;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The alerts that readers can ask for. */
@ApplicationScoped
class Alerts {

    /** The earliest withdrawal of a release that the alert speaks of stands beside it. */
    private static final String ALERTS = """
            select alert.position, alert.definition, alert_rule.definition as rule_definition,
                   withdrawn.reason, withdrawn.note, withdrawn.withdrawn_at
            from alert
            left join alert_rule on alert_rule.code = alert.rule
            left join lateral (
                select reason, note, withdrawn_at from withdrawal
                where release_id = any (alert.release_ids) order by withdrawn_at limit 1) withdrawn on true
            """;

    private static final String LIST = ALERTS + """
            where alert.definition is not null
              and (:rule::text is null or alert.rule = :rule)
              and (:territory::text is null or alert.territory = :territory)
              and (:indicator::text is null or alert.indicator = :indicator)
              and (:since::timestamptz is null or alert.raised_at >= :since::timestamptz)
              and (:before::bigint is null or alert.position < :before::bigint)
            order by alert.position desc limit :limit
            """;

    private static final String ONE = ALERTS + " where alert.id = :id";

    private final Jdbi jdbi;

    Alerts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * An alert as it stands.
     *
     * @param position in the order in which alerts were raised
     * @param raised null when nothing of it is left
     * @param rule as it is now, null when there is none any more
     * @param withdrawal of a release that it speaks of, null when there is none
     */
    record Standing(long position, AlertRaised raised, AlertRuleDefined rule, StandingRelease.Withdrawal withdrawal) {}

    /**
     * Which alerts are asked for; null asks for any.
     *
     * @param before only those that were raised before the one of this position
     */
    record Question(String rule, String territory, String indicator, Instant since, Long before) {}

    /** The newest first. */
    List<Standing> list(Question question, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(LIST)
                .bind("rule", question.rule())
                .bind("territory", question.territory())
                .bind("indicator", question.indicator())
                .bind(
                        "since",
                        question.since() == null ? null : question.since().atOffset(ZoneOffset.UTC))
                .bind("before", question.before())
                .bind("limit", limit)
                .map((row, context) -> standing(row))
                .list());
    }

    /**
     * @throws ProblemException when there is none of that id, or nothing is left of it
     */
    Standing get(UUID id) {
        Standing alert = jdbi.withHandle(handle -> handle.createQuery(ONE)
                        .bind("id", id)
                        .map((row, context) -> standing(row))
                        .findOne())
                .orElseThrow(() -> new ProblemException(QueryProblem.UNKNOWN_ALERT, id));
        if (alert.raised() == null) {
            throw new ProblemException(QueryProblem.ALERT_REMOVED, id);
        }
        return alert;
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String raised = row.getString("definition");
        String rule = row.getString("rule_definition");
        String reason = row.getString("reason");
        return new Standing(
                row.getLong("position"),
                raised == null ? null : StoredJson.read(raised, AlertRaised.class),
                rule == null ? null : StoredJson.read(rule, AlertRuleDefined.class),
                reason == null
                        ? null
                        : new StandingRelease.Withdrawal(
                                reason,
                                row.getString("note"),
                                row.getObject("withdrawn_at", OffsetDateTime.class)
                                        .toInstant()));
    }
}
