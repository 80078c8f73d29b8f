package cl.observatory.query.alert;

import cl.observatory.events.Labels;
import cl.observatory.events.alert.AlertRaised;
import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.query.answer.Words;
import cl.observatory.query.territory.TerritoryRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Says an alert in plain sentences, from its numbers: what was found, and that it is a signal and no proof. */
final class AlertExplanation {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private AlertExplanation() {}

    static Labels of(Alerts.Standing standing, Labels indicator, TerritoryRef territory) {
        AlertRaised alert = standing.raised();
        List<Labels> sentences = new ArrayList<>();
        if (standing.withdrawal() != null) {
            sentences.add(Words.of("alert.WITHDRAWN"));
        }
        Object name = indicator == null ? alert.indicator() : indicator;
        if (territory == null) {
            sentences.add(Words.of("alert.NEW_RELEASE", name, alert.sequence(), alert.datasetId(), alert.period()));
            return Words.joined(sentences);
        }
        sentences.add(found(alert, name, territory.labels()));
        alert.caveats().forEach(code -> sentences.add(Caveat.labels(code)));
        sentences.add(Words.of(alert.expected() == null ? "alert.NO_PROOF" : "alert.SIGNAL"));
        return Words.joined(sentences);
    }

    private static Labels found(AlertRaised alert, Object indicator, Labels territory) {
        return switch (alert.method()) {
            case AlertRuleDefined.BASELINE ->
                Words.of(
                        "alert.BASELINE",
                        indicator,
                        territory,
                        alert.period(),
                        alert.observed(),
                        alert.expected(),
                        alert.bound(),
                        HUNDRED.multiply(alert.alpha()));
            case AlertRuleDefined.CUSUM ->
                Words.of(
                        "alert.CUSUM",
                        indicator,
                        territory,
                        alert.period(),
                        alert.observed(),
                        alert.expected(),
                        alert.statistic(),
                        alert.decision());
            default ->
                Words.of(
                        alert.observed().compareTo(alert.bound()) > 0 ? "alert.ABOVE" : "alert.BELOW",
                        indicator,
                        territory,
                        alert.period(),
                        alert.observed(),
                        alert.bound());
        };
    }
}
