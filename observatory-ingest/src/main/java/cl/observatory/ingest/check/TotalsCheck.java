package cl.observatory.ingest.check;

import cl.observatory.events.reference.ClassificationPublished.Code;
import cl.observatory.events.reference.DatasetDefined.Dimension;
import cl.observatory.ingest.check.ComparedCells.Found;
import cl.observatory.ingest.classification.Classifications;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Totals against their parts, in each territory, period and combination of the other dimensions. A total of which some
 * parts have no value is too low only when the other parts of a count already exceed it.
 */
final class TotalsCheck {

    private static final Set<String> NEVER_NEGATIVE = Set.of("COUNT", "POPULATION");

    /** {@code {0}} is the place of the dimension. */
    private static final String JUDGED = """
            select t.series, t.period, t.after as value, t.before, p.added as low, p.added as high,
                abs(t.after - p.added)::float8 as weight,
                case when p.stated = p.parts then abs(t.after - p.added) else p.added - t.after end
                    > greatest(?::numeric, ?::numeric * abs(p.added)) as off
            from (
                select q.total, q.parts, c.period, sum(c.after) as added, count(c.after) as stated,
                    bool_or(c.sent) as sent
                from (
                    select t.id as total, s.id as part, pair.parts
                    from (
                        select total, part, count(*) over (partition by total) as parts
                        from unnest(?::text[], ?::text[]) as named (total, part)
                    ) pair
                        join staged_series t on t.codes[{0}] = pair.total
                        join staged_series s on s.codes[{0}] = pair.part and s.ref_area = t.ref_area
                            and s.codes[:{0} - 1] || s.codes[{0} + 1:] = t.codes[:{0} - 1] || t.codes[{0} + 1:]
                ) q join compared_cell c on c.series = q.part
                group by q.total, q.parts, c.period
            ) p join compared_cell t on t.series = p.total and t.period = p.period
            where t.after is not null and (t.sent or p.sent) and (p.stated = p.parts or (? and p.stated > 0))
            """;

    private final ComparedCells cells;
    private final Classifications classifications;

    TotalsCheck(ComparedCells cells, Classifications classifications) {
        this.cells = cells;
        this.classifications = classifications;
    }

    Finding of(CheckRule.TotalOfParts rule) throws SQLException {
        List<String> totals = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        pairs(rule).forEach(pair -> {
            totals.add(pair.total());
            parts.add(pair.part());
        });
        CheckRule.Tolerance tolerance =
                rule.tolerance() == null ? new CheckRule.Tolerance(null, null) : rule.tolerance();
        Found found = cells.find(
                JUDGED.replace("{0}", Integer.toString(cells.placeOf(rule.dimension()))),
                Figures.orZero(tolerance.absolute())
                        .movePointRight(cells.dataset().decimals()),
                Figures.orZero(tolerance.relative()),
                cells.texts(totals),
                cells.texts(parts),
                NEVER_NEGATIVE.contains(cells.dataset().kind()));
        if (found.judged() == 0) {
            return Findings.notApplicable(rule, FindingCode.NOTHING_TO_COMPARE, rule.dimension());
        }
        return found.off() == 0
                ? Findings.passed(rule)
                : Findings.found(rule, FindingCode.TOTAL_DIFFERS, found, found.off(), found.judged(), rule.dimension());
    }

    private record Pair(String total, String part) {}

    private List<Pair> pairs(CheckRule.TotalOfParts rule) {
        if (rule.parts() != null) {
            return rule.parts().stream()
                    .map(part -> new Pair(rule.total(), part))
                    .toList();
        }
        String scheme = cells.dataset().dimensions().stream()
                .filter(dimension -> dimension.id().equals(rule.dimension()))
                .map(Dimension::scheme)
                .findFirst()
                .orElseThrow();
        return classifications.find(scheme).orElseThrow().codes().stream()
                .filter(code -> code.parent() != null
                        && (rule.total() == null || rule.total().equals(code.parent())))
                .map((Code code) -> new Pair(code.parent(), code.code()))
                .toList();
    }
}
