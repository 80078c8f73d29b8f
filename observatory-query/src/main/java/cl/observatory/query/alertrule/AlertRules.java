package cl.observatory.query.alertrule;

import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The rules that readers can ask for. */
@ApplicationScoped
class AlertRules {

    private static final String RULES = """
            select definition, release_id, rule_version, evaluated_at, report
            from alert_rule
            left join lateral (
                select release_id, rule_version, evaluated_at, report from alert_evaluation
                where rule = code order by evaluated_at desc limit 1) last on true
            """;

    private final Jdbi jdbi;

    AlertRules(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A rule with what became of it last.
     *
     * @param evaluation null when it was never evaluated
     */
    record Watched(AlertRuleDefined rule, Evaluation evaluation) {}

    /**
     * An evaluation over a release.
     *
     * @param ruleVersion of the rule as it was
     */
    record Evaluation(UUID release, long ruleVersion, Instant at, EvaluationReport report) {}

    List<Watched> list() {
        return jdbi.withHandle(handle -> handle.createQuery(RULES + " order by code")
                .map((row, context) -> watched(row))
                .list());
    }

    /**
     * @throws ProblemException when there is none of that code
     */
    Watched get(String code) {
        return jdbi.withHandle(handle -> handle.createQuery(RULES + " where code = :code")
                        .bind("code", code)
                        .map((row, context) -> watched(row))
                        .findOne())
                .orElseThrow(() -> new ProblemException(QueryProblem.UNKNOWN_ALERT_RULE, code));
    }

    private static Watched watched(ResultSet row) throws SQLException {
        UUID release = row.getObject("release_id", UUID.class);
        return new Watched(
                StoredJson.read(row.getString("definition"), AlertRuleDefined.class),
                release == null
                        ? null
                        : new Evaluation(
                                release,
                                row.getLong("rule_version"),
                                row.getObject("evaluated_at", OffsetDateTime.class)
                                        .toInstant(),
                                StoredJson.read(row.getString("report"), EvaluationReport.class)));
    }
}
