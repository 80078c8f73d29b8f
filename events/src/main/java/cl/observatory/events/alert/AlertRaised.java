package cl.observatory.events.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A rule found something to look at; a signal and no proof. The event has the id of the alert, which is computed from rule,
 * territory, period and release, so that nothing is announced twice.
 *
 * @param ruleVersion of the rule as it was evaluated
 * @param method {@code BASELINE}, {@code CUSUM}, {@code THRESHOLD} or {@code NEW_RELEASE}
 * @param indicator absent when the rule speaks of a data set's releases alone
 * @param unit of observed, expected and bound
 * @param territory absent for {@code NEW_RELEASE}
 * @param period the one that is told of; the last one of the release for {@code NEW_RELEASE}
 * @param observed value of the indicator, absent for {@code NEW_RELEASE}
 * @param expected what the reference lets expect, only of {@code BASELINE} and {@code CUSUM}
 * @param bound what would still have raised nothing: of {@code BASELINE} the prediction bound, of {@code THRESHOLD} the
 *     threshold
 * @param count cases that the observed value is made of, absent where cases are not counted
 * @param alpha one-sided level of the prediction bound, only of {@code BASELINE}
 * @param pValue how often chance alone would bring as much or more, only of {@code BASELINE}
 * @param statistic the cumulative sum, only of {@code CUSUM}
 * @param decision what the cumulative sum exceeded, only of {@code CUSUM}
 * @param caveats codes of what weakens it
 * @param status SDMX status of the observed value, absent for {@code NEW_RELEASE}
 * @param releaseId of the data set that is counted
 * @param denominatorReleaseId of what it was divided by, absent when it was not
 */
public record AlertRaised(
        UUID alertId,
        String rule,
        long ruleVersion,
        String method,
        String indicator,
        String unit,
        String territory,
        String period,
        BigDecimal observed,
        BigDecimal expected,
        BigDecimal bound,
        Long count,
        BigDecimal alpha,
        BigDecimal pValue,
        BigDecimal statistic,
        BigDecimal decision,
        List<String> caveats,
        String status,
        String datasetId,
        UUID releaseId,
        int sequence,
        UUID denominatorReleaseId,
        Source source,
        Instant raisedAt) {

    public static final String TYPE = "cl.observatory.alert.raised.v1";

    /** Who published the figures, under which title and licence. */
    public record Source(String publisher, String title, String licence) {}
}
