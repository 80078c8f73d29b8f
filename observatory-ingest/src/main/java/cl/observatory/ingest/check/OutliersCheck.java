package cl.observatory.ingest.check;

import cl.observatory.ingest.check.ComparedCells.Found;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * New and changed values that lie far from what their series was so far. The formula and its reasons stand in {@code
 * docs/method.md}.
 */
final class OutliersCheck {

    /** Values of one season from which on they are compared with each other alone. */
    private static final String YEARS_OF_SEASON = "5";

    private static final Set<String> COUNTED = Set.of("COUNT", "POPULATION");

    /** What is known of a series: what was published, and what is new. */
    private static final String HISTORY = """
            (select series, period, season, value, before, coalesce(before, value) as known,
                value is not null and value is distinct from before as judged
            from compared_cell where coalesce(before, value) is not null) h
            """;

    /**
     * The middle of each season of each series, in the scale of the comparison, and what is not far even by the least
     * spread. Only a series that is short of values of some season needs its median as a whole.
     */
    private static final String CENTRE = """
            create temporary table centre on commit drop as
            with in_season as materialized (
                select h.series, h.season, count(*) as length, count(*) filter (where h.judged) as judged,
                    percentile_disc(0.5) within group (order by h.known) as median
                from {history} group by h.series, h.season
            ), as_a_whole as (
                select h.series, percentile_disc(0.5) within group (order by h.known) as median
                from {history} where h.series in (select series from in_season where length < {years})
                group by h.series
            ), middle as (
                select s.series, s.season, sum(s.length) over (partition by s.series) as length, s.judged,
                    case when s.length < {years} then w.median else s.median end as median
                from in_season s left join as_a_whole w on w.series = s.series
            ), scaled as (
                select series, season, length, judged, {median} as middle, {least} as least, ?::float8 as threshold
                from middle
            )
            select series, season, length, judged, middle, least,
                {low of middle, least} as low, {high of middle, least} as high
            from scaled
            """;

    /** A series needs its own spread only if a value of it is far by the least spread that there can be. */
    private static final String SUSPECT = """
            create temporary table suspect on commit drop as
            select distinct h.series
            from {history} join centre m on m.series = h.series and m.season = h.season
            where h.judged and m.length >= ? and (h.value < m.low or h.value > m.high)
            """;

    private static final String SPREAD = """
            create temporary table spread on commit drop as
            select h.series,
                1.4826 * percentile_cont(0.5) within group (order by abs({known} - m.middle)) as spread
            from suspect x join {history} on h.series = x.series
                join centre m on m.series = h.series and m.season = h.season
            group by h.series
            """;

    private static final String FAR = """
            select series, period, value, before, {low of middle, spread} as low, {high of middle, spread} as high,
                abs(own - middle) / spread as weight, true as off
            from (select h.series, h.period, h.value, h.before, {value} as own, m.middle,
                    greatest(s.spread, m.least) as spread, ?::float8 as threshold
                from spread s join {history} on h.series = s.series
                    join centre m on m.series = h.series and m.season = h.season
                where h.judged and (h.value < m.low or h.value > m.high)) j
            where abs(own - middle) > threshold * spread
            """;

    private final ComparedCells cells;

    OutliersCheck(ComparedCells cells) {
        this.cells = cells;
    }

    private record Judged(long enough, long all) {}

    Finding of(CheckRule.Outliers rule) throws SQLException {
        cells.run(inScale(CENTRE), rule.threshold());
        cells.run("analyze centre");
        cells.run(inScale(SUSPECT), rule.minHistory());
        cells.run("analyze suspect");
        cells.run(inScale(SPREAD));
        cells.run("analyze spread");
        Found found = cells.find(inScale(FAR), rule.threshold());
        Judged judged = cells.read(
                "select coalesce(sum(judged) filter (where length >= ?), 0), coalesce(sum(judged), 0) from centre",
                row -> {
                    row.next();
                    return new Judged(row.getLong(1), row.getLong(2));
                },
                rule.minHistory());
        cells.run("drop table centre, suspect, spread");
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
        String written = sql.replace("{history}", HISTORY).replace("{years}", YEARS_OF_SEASON);
        for (String number : List.of("h.value", "h.known", "median")) {
            String place = "{" + number.replace("h.", "") + "}";
            written = written.replace(
                    place, counted ? "2 * sqrt(greatest(" + number + ", 0)::float8 + 0.375)" : number + "::float8");
        }
        for (String spread : List.of("least", "spread")) {
            String low = "middle - threshold * " + spread;
            String high = "middle + threshold * " + spread;
            written = written.replace(
                            "{low of middle, " + spread + "}",
                            counted
                                    ? "ceil(greatest(power(greatest(" + low + ", 0) / 2, 2) - 0.375, 0))"
                                    : "ceil(" + low + ")")
                    .replace(
                            "{high of middle, " + spread + "}",
                            counted ? "floor(power((" + high + ") / 2, 2) - 0.375)" : "floor(" + high + ")");
        }
        return written.replace("{least}", counted ? "1::float8" : "greatest(1::float8, 0.01 * abs(median))");
    }
}
