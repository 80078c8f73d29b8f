package cl.observatory.query.evaluation;

import cl.observatory.events.alert.AlertRaised;
import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.query.alert.Caveat;
import cl.observatory.query.alert.RaisedAlerts;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.measure.Measure;
import cl.observatory.query.statistic.Reliability;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Writes what was found as alerts.
 *
 * @param denominator release of what was divided by, null when nothing was
 */
record Announcement(
        AlertRuleDefined rule, IndicatorDefined indicator, ReleasePublished release, UUID denominator, Instant at) {

    private static final int DECIMALS = 2;
    private static final MathContext DIGITS_OF_PROBABILITY = new MathContext(3);
    private static final String PROVISIONAL = "PROVISIONAL";

    static boolean isProvisional(ReleasePublished release) {
        return PROVISIONAL.equals(release.status());
    }

    AlertRaised of(Verdict verdict) {
        Measure measure = verdict.measure();
        String territory = measure.territory().code();
        String period = measure.period().toString();
        AlertRuleDefined.Method method = rule.method();
        boolean isCounted = verdict.expected() != null;
        return new AlertRaised(
                RaisedAlerts.id(rule.code(), indicator.code(), territory, period, release.releaseId()),
                rule.code(),
                rule.version(),
                method.type(),
                indicator.code(),
                indicator.unit(),
                territory,
                period,
                rounded(measure.value(), decimals(measure)),
                rounded(verdict.expected(), DECIMALS),
                method.value() != null ? method.value() : rounded(verdict.bound(), decimals(measure)),
                isCounted ? measure.count() : null,
                method.alpha(),
                verdict.pValue() == null
                        ? null
                        : new BigDecimal(verdict.pValue())
                                .round(DIGITS_OF_PROBABILITY)
                                .stripTrailingZeros(),
                rounded(verdict.statistic(), DECIMALS),
                method.h(),
                names(caveats(verdict)),
                measure.status().name(),
                release.datasetId(),
                release.releaseId(),
                release.sequence(),
                denominator,
                source(),
                at);
    }

    AlertRaised ofRelease() {
        Set<Caveat> caveats = ofData();
        if (isProvisional(release)) {
            caveats.add(Caveat.PROVISIONAL);
        }
        return new AlertRaised(
                RaisedAlerts.id(rule.code(), indicator.code(), null, release.lastPeriod(), release.releaseId()),
                rule.code(),
                rule.version(),
                rule.method().type(),
                indicator.code(),
                null,
                null,
                release.lastPeriod(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                names(caveats),
                null,
                release.datasetId(),
                release.releaseId(),
                release.sequence(),
                null,
                source(),
                at);
    }

    private Set<Caveat> ofData() {
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        if (release.dataset().synthetic()) {
            caveats.add(Caveat.SYNTHETIC);
        }
        if (indicator.proxy()) {
            caveats.add(Caveat.PROXY);
        }
        return caveats;
    }

    private Set<Caveat> caveats(Verdict verdict) {
        Measure measure = verdict.measure();
        Set<Caveat> caveats = ofData();
        caveats.addAll(verdict.caveats());
        if (isProvisional(release) || has(measure, ObsStatus.P)) {
            caveats.add(Caveat.PROVISIONAL);
        }
        if (has(measure, ObsStatus.U)) {
            caveats.add(Caveat.MADE_OF_LITTLE);
        }
        if (measure.estimate() != null && measure.estimate().reliability() == Reliability.UNKNOWN) {
            caveats.add(Caveat.RELIABILITY_UNKNOWN);
        }
        return caveats;
    }

    private static boolean has(Measure measure, ObsStatus status) {
        return measure.status() == status || measure.flags().contains(status);
    }

    private static List<String> names(Set<Caveat> caveats) {
        return caveats.stream().map(Caveat::name).toList();
    }

    private static int decimals(Measure measure) {
        return measure.divisor() == null ? measure.decimals() : DECIMALS;
    }

    private AlertRaised.Source source() {
        DatasetDefined.Source source = release.dataset().source();
        return new AlertRaised.Source(source.publisher(), source.title(), source.licence());
    }

    private static BigDecimal rounded(Double number, int decimals) {
        return number == null ? null : BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
    }
}
