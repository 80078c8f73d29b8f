package cl.observatory.ingest.check;

import cl.observatory.events.time.Period;
import cl.observatory.ingest.check.ComparedCells.Found;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDate;

/** Values, or their periods, that lie outside of bounds. */
final class CellsOutside {

    private static final String VALUES = """
            select series, period, value, before, ?::bigint as low, ?::bigint as high,
                greatest(?::float8 - value, value - ?::float8) as weight, true as off
            from compared_cell where value < ? or value > ?
            """;

    private static final String PERIODS = """
            select series, period, value, before, null::bigint as low, null::bigint as high,
                0::float8 as weight, true as off
            from compared_cell where value is not null and (period < ? or period > ?)
              and exists (select from staged_place where period < ? or period > ?)
            """;

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final ComparedCells cells;

    CellsOutside(ComparedCells cells) {
        this.cells = cells;
    }

    Finding of(CheckRule.ValueDomain rule) throws SQLException {
        int decimals = cells.dataset().decimals();
        Long low = rule.min() == null ? null : Figures.kept(rule.min(), decimals, RoundingMode.CEILING);
        Long high = rule.max() == null ? null : Figures.kept(rule.max(), decimals, RoundingMode.FLOOR);
        long from = low == null ? Long.MIN_VALUE : low;
        long to = high == null ? Long.MAX_VALUE : high;
        Found found = cells.find(VALUES, low, high, from, to, from, to);
        return found.off() == 0
                ? Findings.passed(rule)
                : Findings.found(
                        rule,
                        FindingCode.OUTSIDE_DOMAIN,
                        found,
                        found.off(),
                        rule.min() == null ? "…" : rule.min(),
                        rule.max() == null ? "…" : rule.max());
    }

    /**
     * @param retrievedOn the day, in Chile, on which the file was taken from its publisher
     */
    Finding of(CheckRule.FuturePeriod rule, LocalDate retrievedOn) throws SQLException {
        Found found = outsideOf(FIRST_DAY, retrievedOn);
        return found.off() == 0
                ? Findings.passed(rule)
                : Findings.found(rule, FindingCode.FUTURE_VALUES, found, found.off(), retrievedOn.toString());
    }

    Finding of(CheckRule.PeriodRange rule) throws SQLException {
        Found found = outsideOf(day(rule.earliest(), FIRST_DAY), day(rule.latest(), LAST_DAY));
        return found.off() == 0
                ? Findings.passed(rule)
                : Findings.found(
                        rule,
                        FindingCode.OUTSIDE_PERIODS,
                        found,
                        found.off(),
                        rule.earliest() == null ? "…" : rule.earliest(),
                        rule.latest() == null ? "…" : rule.latest());
    }

    private Found outsideOf(LocalDate first, LocalDate last) throws SQLException {
        return cells.find(PERIODS, first, last, first, last);
    }

    private static LocalDate day(String period, LocalDate otherwise) {
        return period == null ? otherwise : Period.parse(period).orElseThrow().start();
    }
}
