package cl.observatory.query.alertrule;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.query.answer.Words;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AlertRule", description = "What is watched, and when something is worth a look.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertRuleView(
        String code,

        @Schema(description = "Counts up with each change; whoever changes the rule names it in If-Match.")
        long version,

        Labels labels,

        @Schema(description = "Code of the indicator whose values are watched, or whose data set's releases.")
        String indicator,

        @Schema(description = "Level of the territories that are watched; absent for NEW_RELEASE.")
        String level,

        @Schema(description = "The only ones that are watched; absent for all of the level.")
        List<String> territories,

        @Schema(description = "Of the periods that are watched; absent for NEW_RELEASE.")
        Frequency frequency,

        MethodView method,

        @Schema(description = "Whether values that may be revised raise alerts too.")
        boolean includeProvisional,

        @Schema(description = "Whether the reference may lie on both sides of a break.")
        boolean allowBreak,

        boolean active,

        @Schema(description = "Absent when it was never evaluated.")
        EvaluationView lastEvaluation) {

    @Schema(
            name = "AlertRuleMethod",
            description = "How values are judged. What does not belong to the type is absent.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MethodView(
            @Schema(description = "BASELINE, CUSUM, THRESHOLD or NEW_RELEASE.")
            String type,

            @Schema(description = "One-sided level of the prediction bound.")
            BigDecimal alpha,

            @Schema(description = "Years of reference.") Integer yearsBack,

            @Schema(description = "Periods before and after the same one of earlier years that share its level.")
            Integer halfWindow,

            @Schema(description = "Fewer cases raise nothing.")
            Integer minimumCount,

            @Schema(description = "Reference value, in standard deviations.")
            BigDecimal k,

            @Schema(description = "Decision interval, in standard deviations.")
            BigDecimal h,

            @Schema(description = "Periods that are summed up.")
            Integer runLength,

            @Schema(description = "ABOVE or BELOW.") String direction,

            @Schema(description = "In the unit of the indicator.")
            BigDecimal value) {

        private static MethodView of(AlertRuleDefined.Method method) {
            return new MethodView(
                    method.type(),
                    method.alpha(),
                    method.yearsBack(),
                    method.halfWindow(),
                    method.minimumCount(),
                    method.k(),
                    method.h(),
                    method.runLength(),
                    method.direction(),
                    method.value());
        }
    }

    @Schema(name = "AlertEvaluation", description = "What became of the last evaluation.")
    record EvaluationView(
            @Schema(description = "Release of the data set that is counted.")
            UUID release,

            @Schema(description = "Of the rule as it was evaluated.")
            long ruleVersion,

            Instant evaluatedAt,
            List<String> periods,

            @Schema(description = "Territories in those periods.")
            int series,

            @Schema(description = "How many of them could be judged.")
            int judged,

            @Schema(description = "How many were unusual.") int raised,

            @Schema(description = "Why the others could not be judged.")
            List<NotJudgedView> notJudged) {

        private static EvaluationView of(AlertRules.Evaluation evaluation) {
            EvaluationReport report = evaluation.report();
            return new EvaluationView(
                    evaluation.release(),
                    evaluation.ruleVersion(),
                    evaluation.at(),
                    report.periods(),
                    report.series(),
                    report.judged(),
                    report.raised(),
                    report.notJudged().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(entry -> new NotJudgedView(
                                    entry.getKey(), Words.of("notJudged." + entry.getKey()), entry.getValue()))
                            .toList());
        }
    }

    @Schema(name = "AlertNotJudged")
    record NotJudgedView(
            @Schema(examples = "SHORT_REFERENCE") String reason, Labels labels, int series) {}

    static AlertRuleView of(AlertRules.Watched watched) {
        AlertRuleDefined rule = watched.rule();
        return new AlertRuleView(
                rule.code(),
                rule.version(),
                rule.labels(),
                rule.indicator(),
                rule.level(),
                rule.territories(),
                rule.frequency(),
                MethodView.of(rule.method()),
                rule.includeProvisional(),
                rule.allowBreak(),
                rule.active(),
                watched.evaluation() == null ? null : EvaluationView.of(watched.evaluation()));
    }
}
