package cl.observatory.ingest.check;

import cl.observatory.events.reference.TerritoriesPublished.Territory;
import cl.observatory.ingest.check.CheckRule.Coverage.Periods;
import cl.observatory.ingest.check.CheckRule.Coverage.Territories;
import cl.observatory.ingest.check.Finding.Example;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Territories and periods without a single value. An update that adds to what is there is asked for the territories of its
 * new periods only: a file of five corrections lacks nothing.
 */
final class CoverageCheck {

    private static final String PLACES = """
            with had as (select area, period from current_place), have as (select area, period from staged_place),
            new_period as (
                select period from have except select period from had
            ), expected as ({expected}), missing as materialized (
                select area, period from expected where area <> all (?::text[])
                except select area, period from have
            ), gap as ({gap})
            (select 'TERRITORIES_MISSING' as code, area, null::date as period, count(*) over () as found
                from (select area from missing except select area from have) t order by area limit ?)
            union all
            (select 'PERIODS_MISSING', null, period, count(*) over () from gap order by period desc limit ?)
            union all
            (select 'CELLS_MISSING', area, period, count(*) over () from missing
                where area in (select area from have) and period in (select period from have)
                order by period desc, area limit ?)
            """;

    private static final String OF_CURRENT_AND_NEW = """
            select area, period from had
            union
            """;

    private static final String OF_NEW = """
            select recent.area, new_period.period
            from (select distinct area from had
                where period > (select max(period) from had) - interval '1 year') recent, new_period
            """;

    private static final String OF_LEVEL = """
            select level.area, p.period
            from unnest(?::text[], ?::date[]) as level (area, valid_from),
                (select distinct period from have) p
            where level.valid_from is null or level.valid_from <= p.period
            """;

    private static final String NO_CELL = "select null::text as area, null::date as period where false";

    private static final String GONE = "select period from had except select period from have";

    /** Of an update that adds, only the years that it touches are known. */
    private static final String GAPS = """
            select day::date as period
            from (select min(period) as first, max(period) as last from compared_cell where after is not null) b,
                generate_series(b.first, b.last, make_interval(months => {months})) as day
            where not exists (select from compared_cell c where c.after is not null and c.period = day::date)
                and ({full} or exists (select from had where extract(year from had.period) = extract(year from day))
                    or exists (select from have where extract(year from have.period) = extract(year from day)))
            """;

    private static final String NO_GAP = "select null::date as period where false";

    private final ComparedCells cells;

    CoverageCheck(ComparedCells cells) {
        this.cells = cells;
    }

    private record Missing(long count, List<Example> examples) {}

    List<Finding> of(CheckRule.Coverage rule) throws SQLException {
        boolean comparesWithLast =
                rule.territories() == Territories.AS_LAST_RELEASE || rule.periods() == Periods.AS_LAST_RELEASE;
        List<Object> parameters = new ArrayList<>();
        if (rule.territories() == Territories.ALL_OF_LEVEL) {
            List<Territory> level = cells.territories().table().territories().stream()
                    .filter(territory ->
                            territory.level().equals(cells.dataset().level()))
                    .filter(territory -> territory.validTo() == null)
                    .toList();
            parameters.add(cells.texts(level.stream().map(Territory::code).toList()));
            parameters.add(cells.texts(level.stream()
                    .map(territory -> territory.validFrom() == null
                            ? null
                            : territory.validFrom().toString())
                    .toList()));
        }
        parameters.add(cells.texts(rule.except() == null ? List.of() : rule.except()));
        parameters.addAll(Collections.nCopies(3, ComparedCells.EXAMPLES));
        Map<FindingCode, Missing> missing = cells.read(
                PLACES.replace("{expected}", expected(rule)).replace("{gap}", gaps(rule)),
                rows -> {
                    Map<FindingCode, Missing> read = new EnumMap<>(FindingCode.class);
                    while (rows.next()) {
                        LocalDate period = rows.getObject("period", LocalDate.class);
                        long found = rows.getLong("found");
                        read.computeIfAbsent(
                                        FindingCode.valueOf(rows.getString("code")),
                                        code -> new Missing(found, new ArrayList<>()))
                                .examples()
                                .add(cells.place(rows.getString("area"), period));
                    }
                    return read;
                },
                parameters.toArray());
        if (missing.isEmpty()) {
            return List.of(
                    comparesWithLast && cells.isFirst()
                            ? Findings.notApplicable(rule, FindingCode.NO_CURRENT_RELEASE)
                            : Findings.passed(rule));
        }
        return missing.entrySet().stream()
                .map(entry -> Findings.found(
                        rule,
                        entry.getKey(),
                        entry.getValue().count(),
                        entry.getValue().examples(),
                        entry.getValue().count()))
                .toList();
    }

    private String expected(CheckRule.Coverage rule) {
        return switch (rule.territories()) {
            case null -> NO_CELL;
            case ALL_OF_LEVEL -> OF_LEVEL;
            case AS_LAST_RELEASE -> cells.isFull() ? OF_CURRENT_AND_NEW + OF_NEW : OF_NEW;
        };
    }

    private String gaps(CheckRule.Coverage rule) {
        return switch (rule.periods()) {
            case null -> NO_GAP;
            case GAPLESS ->
                GAPS.replace(
                                "{months}",
                                Integer.toString(cells.dataset().frequency().months()))
                        .replace("{full}", Boolean.toString(cells.isFull()));
            case AS_LAST_RELEASE -> cells.isFull() ? GONE : NO_GAP;
        };
    }
}
