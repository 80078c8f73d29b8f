package cl.observatory.ingest.check;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.ingest.check.CheckRule.Coverage;
import cl.observatory.ingest.check.CheckRule.Coverage.Periods;
import cl.observatory.ingest.check.CheckRule.Coverage.Territories;
import cl.observatory.ingest.check.CheckRule.Level;
import java.math.BigDecimal;
import java.util.List;

/** The rules of a data set for which none are stored, by its kind. */
final class DefaultRules {

    private static final BigDecimal THRESHOLD = BigDecimal.valueOf(8);
    private static final BigDecimal MAX_REVISED = new BigDecimal("0.05");
    private static final int LEAST_HISTORY = 6;
    private static final int YEARS_OF_HISTORY = 2;

    private DefaultRules() {}

    static List<CheckRule> of(DatasetDefined dataset) {
        CheckRule coverage =
                new Coverage("coverage", Level.WARNING, Territories.AS_LAST_RELEASE, Periods.AS_LAST_RELEASE, null);
        // projections speak of the future, and change as a whole
        if (dataset.kind().equals("POPULATION")) {
            return List.of(coverage);
        }
        return List.of(
                new CheckRule.FuturePeriod("future-periods", Level.ERROR),
                coverage,
                new CheckRule.Outliers(
                        "outliers",
                        Level.WARNING,
                        THRESHOLD,
                        Math.max(
                                LEAST_HISTORY,
                                YEARS_OF_HISTORY * dataset.frequency().perYear())),
                new CheckRule.Revision("revision", Level.WARNING, MAX_REVISED));
    }
}
