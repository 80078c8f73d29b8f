package cl.observatory.query.alert;

import cl.observatory.events.Labels;
import cl.observatory.events.alert.AlertRaised;
import cl.observatory.query.answer.StandingRelease;
import cl.observatory.query.territory.TerritoryRef;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Alert",
        description =
                "What a rule found in published figures: a signal to look at, as it was told, and no proof of anything.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertView(
        @Schema(description = "Computed from rule, territory, period and release.")
        UUID id,

        RuleRef rule,

        @Schema(description = "BASELINE, CUSUM, THRESHOLD or NEW_RELEASE.")
        String method,

        IndicatorName indicator,

        @Schema(description = "Absent for NEW_RELEASE.") TerritoryRef territory,

        @Schema(description = "The last one of the release, for NEW_RELEASE.", examples = "2026-09")
        String period,

        @Schema(description = "SDMX UNIT_MEASURE code of observed, expected and bound.")
        String unit,

        BigDecimal observed,

        @Schema(description = "What the reference lets expect; of BASELINE and CUSUM.")
        BigDecimal expected,

        @Schema(
                description =
                        "What would still have raised nothing: the prediction bound of BASELINE, the number of THRESHOLD.")
        BigDecimal bound,

        @Schema(description = "Cases that the observed value is made of; of BASELINE and CUSUM.")
        Long count,

        @Schema(description = "One-sided level of the bound; of BASELINE.")
        BigDecimal alpha,

        @Schema(description = "How often chance alone would bring as much or more, were the model right; of BASELINE.")
        BigDecimal pValue,

        @Schema(description = "The cumulative sum, in standard deviations; of CUSUM.")
        BigDecimal statistic,

        @Schema(description = "What the cumulative sum exceeded; of CUSUM.")
        BigDecimal decision,

        @Schema(description = "SDMX OBS_STATUS of the observed value.")
        String status,

        @Schema(description = "What weakens it.") List<CaveatView> caveats,
        ReleaseRef release,
        SourceName source,
        Instant raisedAt,

        @Schema(description = "That a release it speaks of was taken back; absent when it was not.")
        StandingRelease.Withdrawal withdrawal,

        @Schema(description = "What it says in words, from the same numbers, and how to read it.")
        Labels explanation) {

    @Schema(
            name = "AlertRuleReference",
            description = "The rule in the version that was evaluated, with its name of today.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleRef(String code, long version, Labels labels) {}

    @Schema(name = "AlertIndicator")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IndicatorName(String code, Labels labels) {}

    @Schema(name = "AlertCaveat")
    record CaveatView(@Schema(examples = "PROVISIONAL") String code, Labels labels) {}

    @Schema(name = "AlertRelease", description = "The release that is spoken of.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReleaseRef(
            UUID id,
            String dataset,
            int sequence,

            @Schema(description = "Release of what it was divided by.")
            UUID denominator) {}

    @Schema(name = "AlertSource", description = "Who published the figures.")
    record SourceName(String publisher, String title, String licence) {}

    /**
     * @param indicator labels, null when it is not known
     * @param territory null when there is none
     */
    static AlertView of(Alerts.Standing standing, Labels indicator, TerritoryRef territory) {
        AlertRaised alert = standing.raised();
        return new AlertView(
                alert.alertId(),
                new RuleRef(
                        alert.rule(),
                        alert.ruleVersion(),
                        standing.rule() == null ? null : standing.rule().labels()),
                alert.method(),
                new IndicatorName(alert.indicator(), indicator),
                territory,
                alert.period(),
                alert.unit(),
                alert.observed(),
                alert.expected(),
                alert.bound(),
                alert.count(),
                alert.alpha(),
                alert.pValue(),
                alert.statistic(),
                alert.decision(),
                alert.status(),
                alert.caveats().stream()
                        .map(code -> new CaveatView(code, Caveat.labels(code)))
                        .toList(),
                new ReleaseRef(alert.releaseId(), alert.datasetId(), alert.sequence(), alert.denominatorReleaseId()),
                new SourceName(
                        alert.source().publisher(),
                        alert.source().title(),
                        alert.source().licence()),
                alert.raisedAt(),
                standing.withdrawal(),
                AlertExplanation.of(standing, indicator, territory));
    }
}
