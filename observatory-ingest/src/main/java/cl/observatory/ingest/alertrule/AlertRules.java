package cl.observatory.ingest.alertrule;

import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.audit.Action;
import cl.observatory.ingest.audit.Audit;
import cl.observatory.ingest.dataset.Datasets;
import cl.observatory.ingest.indicator.Indicators;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Definition of alert rules. A change and the event that tells of it share one transaction. */
@ApplicationScoped
class AlertRules {

    private final AlertRuleRepository repository;
    private final AlertRuleCheck check;
    private final Indicators indicators;
    private final Datasets datasets;
    private final Audit audit;

    AlertRules(
            AlertRuleRepository repository,
            AlertRuleCheck check,
            Indicators indicators,
            Datasets datasets,
            Audit audit) {
        this.repository = repository;
        this.check = check;
        this.indicators = indicators;
        this.datasets = datasets;
        this.audit = audit;
    }

    /**
     * Defines a rule, or changes it when the caller names the version that stands. An equal definition changes nothing.
     *
     * @param expectedVersion the version that the caller saw, empty when it says nothing
     * @throws ProblemException when there is no such indicator, the rule does not fit it, the version is stale or missing,
     *     or the caller may not work in what the indicator counts, or that of the rule as it stands
     */
    @Transactional
    AlertRuleDefined define(String code, NewAlertRule asked, Optional<Long> expectedVersion) throws SQLException {
        IndicatorDefined indicator = indicators.get(asked.indicator());
        String dataset = indicator.numerator().dataset();
        datasets.checkOwn(dataset);
        check.check(asked, indicator, datasets.get(dataset).definition());
        repository.lockCode(code);
        Optional<AlertRule> standing = repository.findLocked(code);
        if (standing.isEmpty()) {
            if (expectedVersion.isPresent()) {
                throw new ProblemException(IngestProblem.UNKNOWN_ALERT_RULE, code);
            }
            AlertRuleDefined definition = asked.definition(code, 1);
            repository.persistAndFlush(new AlertRule(definition));
            return announce(definition, dataset);
        }
        AlertRule rule = standing.get();
        datasets.checkOwn(
                indicators.get(rule.definition().indicator()).numerator().dataset());
        if (asked.definition(code, rule.version()).equals(rule.definition())) {
            return rule.definition();
        }
        long expected = expectedVersion.orElseThrow(
                () -> new ProblemException(IngestProblem.VERSION_REQUIRED, Long.toString(rule.version())));
        if (expected != rule.version()) {
            throw new ProblemException(IngestProblem.VERSION_STALE, Long.toString(rule.version()));
        }
        rule.change(asked.definition(code, rule.version() + 1));
        return announce(rule.definition(), dataset);
    }

    private AlertRuleDefined announce(AlertRuleDefined definition, String dataset) throws SQLException {
        repository.announce(definition);
        audit.record(
                Action.ALERT_RULE_DEFINED,
                dataset,
                "alert-rules/" + definition.code(),
                null,
                Map.of("version", Long.toString(definition.version())));
        return definition;
    }
}
