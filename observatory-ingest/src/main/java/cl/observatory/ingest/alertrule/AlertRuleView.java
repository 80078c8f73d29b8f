package cl.observatory.ingest.alertrule;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.events.time.Frequency;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DefinedAlertRule", description = "An alert rule as it was defined, with what was left out.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertRuleView(
        String code,

        @Schema(description = "Counts up with each change; name it in If-Match to change the rule.")
        long version,

        Labels labels,
        String indicator,
        String level,
        List<String> territories,
        Frequency frequency,
        Method method,
        boolean includeProvisional,
        boolean allowBreak,
        boolean active) {

    @Schema(name = "DefinedAlertMethod", description = "How values are judged, as the definition says it.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Method(
            AlertMethod type,
            BigDecimal alpha,
            Integer yearsBack,
            Integer halfWindow,
            Integer minimumCount,
            BigDecimal k,
            BigDecimal h,
            Integer runLength,
            String direction,
            BigDecimal value) {

        private static Method of(AlertRuleDefined.Method method) {
            return new Method(
                    AlertMethod.valueOf(method.type()),
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

    static AlertRuleView of(AlertRuleDefined rule) {
        return new AlertRuleView(
                rule.code(),
                rule.version(),
                rule.labels(),
                rule.indicator(),
                rule.level(),
                rule.territories(),
                rule.frequency(),
                Method.of(rule.method()),
                rule.includeProvisional(),
                rule.allowBreak(),
                rule.active());
    }
}
