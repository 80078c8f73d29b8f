package cl.observatory.ingest.check;

import cl.observatory.events.time.Period;
import cl.observatory.ingest.check.Finding.Example;
import cl.observatory.ingest.check.Finding.Expected;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the publisher states for a period against what the cells add up to, as they would be after the update. */
final class ControlTotalCheck {

    private static final String ADDED = """
            select sum(c.after) as added, coalesce(bool_or(c.sent), false) as sent
            from compared_cell c join staged_series s on s.id = c.series
            where c.period >= ? and c.period < ?
            """;

    /** The code of a territory begins with that of every territory that holds it. */
    private static final String WITHIN =
            " and exists (select from unnest(?::text[]) as t (code) where starts_with(s.ref_area, t.code))";

    private static final String COUNTRY = "CL";

    private final ComparedCells cells;

    ControlTotalCheck(ComparedCells cells) {
        this.cells = cells;
    }

    private record Added(BigDecimal sum, boolean sent) {}

    Finding of(CheckRule.ControlTotal rule) throws SQLException {
        Added added = add(rule);
        if (!added.sent() && !cells.isFull()) {
            return Findings.notApplicable(rule, FindingCode.NOTHING_TO_COMPARE, rule.period());
        }
        if (added.sum() == null) {
            return Findings.found(
                    rule,
                    FindingCode.CONTROL_TOTAL_WITHOUT_VALUES,
                    1,
                    List.of(example(rule, null)),
                    rule.period(),
                    rule.expected());
        }
        BigDecimal difference = added.sum().subtract(rule.expected()).abs();
        if (difference.compareTo(CheckRule.Tolerance.around(rule.expected(), rule.tolerance())) <= 0) {
            return Findings.passed(rule);
        }
        return Findings.found(
                rule,
                FindingCode.CONTROL_TOTAL_DIFFERS,
                1,
                List.of(example(rule, added.sum())),
                rule.period(),
                rule.expected(),
                added.sum());
    }

    private Added add(CheckRule.ControlTotal rule) throws SQLException {
        Period period = Period.parse(rule.period()).orElseThrow();
        LocalDate start = period.start();
        StringBuilder sql = new StringBuilder(ADDED);
        List<Object> parameters = new ArrayList<>(List.of(start, period.plus(1).start()));
        if (rule.territories() != null && !rule.territories().contains(COUNTRY)) {
            sql.append(WITHIN);
            parameters.add(cells.texts(rule.territories()));
        }
        Map<String, List<String>> filters = rule.filters() == null ? Map.of() : rule.filters();
        for (Map.Entry<String, List<String>> filter : filters.entrySet()) {
            sql.append(" and s.codes[").append(cells.placeOf(filter.getKey())).append("] = any (?::text[])");
            parameters.add(cells.texts(filter.getValue()));
        }
        return cells.read(
                sql.toString(),
                row -> {
                    row.next();
                    BigDecimal sum = row.getBigDecimal("added");
                    return new Added(
                            sum == null
                                    ? null
                                    : Figures.plain(
                                            sum.movePointLeft(cells.dataset().decimals())),
                            row.getBoolean("sent"));
                },
                parameters.toArray());
    }

    private static Example example(CheckRule.ControlTotal rule, BigDecimal added) {
        return new Example(
                null, null, rule.period(), null, added, null, new Expected(rule.expected(), rule.expected()));
    }
}
