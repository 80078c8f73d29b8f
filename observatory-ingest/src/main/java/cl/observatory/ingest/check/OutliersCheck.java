package cl.observatory.ingest.check;

import cl.observatory.ingest.check.ComparedCells.Found;
import java.sql.SQLException;
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
            from compared_cell where coalesce(before, value) is not null
            union all select series, period, season, null, value, value, false
            from earlier_cell where value is not null) h
            """;

    /**
     * The median of each season of each series, and between what bounds nothing is far even by the least spread. Season
     * and series are one number, so that the cells are sorted by no more than that. Only a series that is short of values of
     * some season needs its median as a whole.
     */
    private static final String CENTRE = """
            create temporary table centre on commit drop as
            with in_season as materialized (
                select h.place, count(*) as length, count(*) filter (where h.judged) as judged,
                    min(h.value) filter (where h.judged) as lowest, max(h.value) filter (where h.judged) as highest,
                    percentile_disc(0.5) within group (order by h.known) as median
                from (select series::bigint << 4 | season as place, value, known, judged from {history}) h
                group by h.place
            ), of_series as materialized (
                select (place >> 4)::integer as series, (place & 15)::smallint as season,
                    length, judged, lowest, highest, median
                from in_season
            ), as_a_whole as (
                select h.series, percentile_disc(0.5) within group (order by h.known) as median
                from {history}
                where exists (select from of_series where length < {years})
                  and h.series in (select series from of_series where length < {years})
                group by h.series
            ), middle as (
                select s.series, s.season, sum(s.length) over (partition by s.series) as length,
                    s.judged, s.lowest, s.highest,
                    case when s.length < {years} then w.median else s.median end::float8 as median
                from of_series s left join as_a_whole w on w.series = s.series
            ), scaled as (
                select *, {least} as spread, {least fall} as fall, ?::float8 as threshold from middle
            )
            select series, season, length, judged, lowest, highest, median, {low} as low, {high} as high from scaled
            """;

    /** The cells of the series with a value that could be far. */
    private static final String SUSPECT = """
            create temporary table suspect on commit drop as
            select h.series, h.period, h.value, h.before, h.known,
                h.judged and (h.value < m.low or h.value > m.high) as judged, m.median
            from {history} join centre m on m.series = h.series and m.season = h.season
            where h.series in (select series from centre where length >= ? and (lowest < low or highest > high))
            """;

    /** Only a suspect series needs its own spread. */
    private static final String SPREAD = """
            create temporary table spread on commit drop as
            select series, 1.4826 * percentile_cont(0.5) within group (order by {deviation}) as spread,
                1.4826 * percentile_cont(0.5) within group (order by abs({fall})) as fall
            from (select series, known as value, median from suspect) k
            group by series
            """;

    private static final String FAR = """
            select series, period, value, before, ceil({low}) as low, floor({high}) as high,
                greatest({deviation} / spread, {fall} / fall) as weight, true as off
            from (select h.series, h.period, h.value, h.before, h.median, ?::float8 as threshold,
                    greatest(s.spread, {least}) as spread, greatest(s.fall, {least fall}) as fall
                from spread s join suspect h on h.series = s.series
                where h.judged) j
            where value < {low} or value > {high}
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

    private String inScale(String sql) {
        OutlierScale scale = COUNTED.contains(cells.dataset().kind()) ? OutlierScale.COUNTED : OutlierScale.MEASURED;
        return scale.write(sql.replace("{history}", HISTORY).replace("{years}", YEARS_OF_SEASON));
    }
}
