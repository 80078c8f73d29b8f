package cl.observatory.ingest.check;

import cl.observatory.events.time.Frequency;
import cl.observatory.ingest.check.ComparedCells.Found;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/**
 * New and changed values that lie far from what their series was so far. The formula and its reasons stand in {@code
 * docs/method.md}.
 */
final class OutliersCheck {

    /** Values of one season from which on they are compared with each other alone. */
    private static final int YEARS_OF_SEASON = 5;

    private static final Set<String> COUNTED = Set.of("COUNT", "POPULATION");

    /** What is known of a series: what was published, and what is new. */
    private static final String HISTORY = """
            (select series, period, extract(month from period)::smallint as season, value, before,
                coalesce(before, value) as known, value is not null and value is distinct from before as judged
            from compared_cell where coalesce(before, value) is not null) h
            """;

    private static final String CENTRE = """
            create temporary table centre on commit drop as
            select w.series, s.season, w.length, s.judged,
                case when s.length >= ? then s.median else w.median end as middle
            from (select h.series, count(*) as length, percentile_disc(0.5) within group (order by h.known) as median
                    from {history} group by h.series having bool_or(h.judged)) w
                join (select h.series, h.season, count(*) as length, count(*) filter (where h.judged) as judged,
                        percentile_disc(0.5) within group (order by h.known) as median
                    from {history} group by h.series, h.season) s on s.series = w.series
            """;

    /** A series needs its own spread only if a value of it is far by the least spread that there can be. */
    private static final String SPREAD = """
            create temporary table spread on commit drop as
            select h.series,
                1.4826 * percentile_cont(0.5) within group (order by abs({known} - {middle})) as spread
            from {history} join centre m on m.series = h.series and m.season = h.season
            where h.series in (
                select h.series from {history} join centre m on m.series = h.series and m.season = h.season
                where h.judged and m.length >= ? and abs({value} - {middle}) > ?::float8 * {least})
            group by h.series
            """;

    private static final String FAR = """
            select series, period, value, before, {low} as low, {high} as high,
                abs(own - middle) / spread as weight, true as off
            from (select h.series, h.period, h.value, h.before, {value} as own, {middle} as middle,
                    greatest(s.spread, {least}) as spread, ?::float8 as threshold
                from {history} join centre m on m.series = h.series and m.season = h.season
                    join spread s on s.series = h.series
                where h.judged) j
            where abs(own - middle) > threshold * spread
            """;

    private final ComparedCells cells;

    OutliersCheck(ComparedCells cells) {
        this.cells = cells;
    }

    private record Judged(long enough, long all) {}

    Finding of(CheckRule.Outliers rule) throws SQLException {
        boolean seasonal = cells.dataset().frequency() != Frequency.A;
        cells.run(inScale(CENTRE), seasonal ? YEARS_OF_SEASON : Integer.MAX_VALUE);
        cells.run("analyze centre");
        cells.run(inScale(SPREAD), rule.minHistory(), rule.threshold());
        cells.run("analyze spread");
        Found found = cells.find(inScale(FAR), rule.threshold());
        Judged judged = cells.read(
                "select coalesce(sum(judged) filter (where length >= ?), 0), coalesce(sum(judged), 0) from centre",
                row -> {
                    row.next();
                    return new Judged(row.getLong(1), row.getLong(2));
                },
                rule.minHistory());
        cells.run("drop table centre, spread");
        if (judged.enough() == 0 && judged.all() > 0) {
            return Findings.notApplicable(rule, FindingCode.TOO_LITTLE_HISTORY, judged.all(), rule.minHistory());
        }
        return found.off() == 0
                ? Findings.passed(rule)
                : Findings.found(
                        rule,
                        FindingCode.FAR_FROM_HISTORY,
                        found,
                        found.off(),
                        judged.enough(),
                        judged.all() - judged.enough(),
                        rule.threshold());
    }

    /** Counts are judged by twice their square root, where chance alone has the variance 1; other values as they are. */
    private String inScale(String sql) {
        boolean counted = COUNTED.contains(cells.dataset().kind());
        Map<String, String> words = Map.of(
                "{history}", HISTORY,
                "{value}", counted ? root("h.value") : "h.value::float8",
                "{known}", counted ? root("h.known") : "h.known::float8",
                "{middle}", counted ? root("m.middle") : "m.middle::float8",
                "{least}", counted ? "1::float8" : "greatest(1::float8, 0.01 * abs(m.middle))",
                "{low}",
                        counted
                                ? "greatest(0, ceil(power(greatest(middle - threshold * spread, 0) / 2, 2) - 0.375))"
                                : "ceil(middle - threshold * spread)",
                "{high}",
                        counted
                                ? "floor(power((middle + threshold * spread) / 2, 2) - 0.375)"
                                : "floor(middle + threshold * spread)");
        String written = sql;
        for (Map.Entry<String, String> word : words.entrySet()) {
            written = written.replace(word.getKey(), word.getValue());
        }
        return written;
    }

    private static String root(String number) {
        return "2 * sqrt(greatest(" + number + ", 0) + 0.375)";
    }
}
