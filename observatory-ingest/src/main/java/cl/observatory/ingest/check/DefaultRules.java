package cl.observatory.ingest.check;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.ingest.check.CheckRule.Coverage;
import cl.observatory.ingest.check.CheckRule.Coverage.Periods;
import cl.observatory.ingest.check.CheckRule.Coverage.Territories;
import cl.observatory.ingest.check.CheckRule.Level;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules of a data set for which none are stored, by its kind. */
final class DefaultRules {

    /** What a part of a whole cannot exceed, by statistic. */
    private static final Map<String, BigDecimal> WHOLE =
            Map.of("PROPORTION", BigDecimal.ONE, "PERCENT", BigDecimal.valueOf(100));

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
        List<CheckRule> rules = new ArrayList<>();
        rules.add(new CheckRule.FuturePeriod("future-periods", Level.ERROR));
        if (dataset.statistic() != null && WHOLE.containsKey(dataset.statistic())) {
            rules.add(new CheckRule.ValueDomain(
                    "value-domain", Level.ERROR, BigDecimal.ZERO, WHOLE.get(dataset.statistic())));
        }
        rules.add(coverage);
        rules.add(new CheckRule.Outliers(
                "outliers",
                Level.WARNING,
                THRESHOLD,
                Math.max(LEAST_HISTORY, YEARS_OF_HISTORY * dataset.frequency().perYear())));
        rules.add(new CheckRule.Revision("revision", Level.WARNING, MAX_REVISED));
        return List.copyOf(rules);
    }
}
