package cl.observatory.query.cube;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Period;
import cl.observatory.query.cube.Cube.Carried;
import cl.observatory.query.cube.Cube.Slice;
import cl.observatory.query.cube.Cube.Stretch;
import cl.observatory.query.cube.Cube.Sum;
import cl.observatory.query.memory.Generation;
import cl.observatory.query.memory.Memory;
import cl.observatory.query.time.Periods;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * Adds up cells of territories whose cells, in the division asked for, are not those of their code: told under the codes of
 * what they were before, or of what became of them. Such sums are not stored; a few territories have them.
 */
@ApplicationScoped
class CarriedSums {

    private static final String MOVED = """
            select distinct code, from_day, until_day from moved
            where exists (
                select from series
                where dataset_id = :dataset and frequency = :own::"char" and level = :level
                  and dimensions = any (:dimensions) and ref_area = moved.member and not derived)
            """;

    /** By territory, codes and the data set's own periods; then by the periods asked for; then over the codes. */
    private static final String SUMS = """
            with part as (
                select membership.code as ref_area, told.dimensions, told.period, made, sum(value * coalesce(weight, 1)) as value,
                       sum(cells) filter (where unless_told is null) as cells, max(periods) as periods,
                       coalesce(max(status) filter (where value is not null), max(status)) as status,
                       count(value) filter (where unless_told is null) as members,
                       bool_or(value is not null and weight is null) as unknown,
                       bool_or(value is not null and weight <> 1) as split
                from membership
                join told on told.ref_area = member
            """ + Stretch.MADE + """
                where dataset_id = :dataset and frequency = :own::"char" and level = :level and not derived
                  and dimensions = any (:dimensions) and membership.code = any (:areas)
                  and told.period between :firstCell and :lastCell and made between :first and :last
                  and from_release <= :key and until_release > :key and {division}
                  and (unless_told is null or not exists (
                      select from told its
                      where its.dataset_id = told.dataset_id and its.frequency = told.frequency
                        and its.level = told.level and its.dimensions = told.dimensions
                        and its.ref_area = unless_told and its.period = told.period
                        and its.from_release <= :key and its.until_release > :key))
                group by membership.code, told.dimensions, told.period, made),
            whole as (
                select ref_area, dimensions, made as period, sum(value) as value, sum(cells) as cells,
                       sum(periods) as periods,
                       coalesce(max(status) filter (where value is not null), max(status)) as status,
                       max(members) as members, bool_or(unknown) as unknown, bool_or(split) as split
                from part group by ref_area, dimensions, made)
            select ref_area, period, round(sum(value))::bigint as value, count(value) as codes, sum(cells) as cells,
                   min(periods) filter (where value is not null) as periods,
                   coalesce(max(status) filter (where value is not null), max(status)) as status,
                   max(members) as members, bool_or(unknown) as unknown, bool_or(split) as split
            from whole group by ref_area, period
            """;

    private static final int REMEMBERED = 200;

    private final Jdbi jdbi;
    private final Periods periods;
    private final Memory<Told, List<Moved>> moved;

    CarriedSums(Jdbi jdbi, Periods periods, Generation generation) {
        this.jdbi = jdbi;
        this.periods = periods;
        this.moved = new Memory<>(generation, REMEMBERED);
    }

    /** Cells that are told under certain codes. */
    private record Told(String datasetId, int releaseKey, List<String> dimensions) {}

    /**
     * A territory with other cells than those of its code.
     *
     * @param from first day of the division in which it has
     * @param until first day on which that no longer held
     */
    private record Moved(String code, LocalDate from, LocalDate until) {

        boolean overlaps(LocalDate first, LocalDate last) {
            return !from.isAfter(last) && until.isAfter(first);
        }
    }

    /** The territories whose cells are not those of their code. */
    Set<String> moved(Slice slice, Period first, Period last) {
        List<Moved> all =
                moved.get(new Told(slice.datasetId(), slice.releaseKey(), slice.dimensions()), told -> read(slice));
        if (all.isEmpty()) {
            return Set.of();
        }
        LocalDate today = periods.today();
        Set<String> asked = Set.copyOf(slice.areas());
        return all.stream()
                .filter(each -> switch (slice.boundaries()) {
                    case current -> each.overlaps(today, today);
                    case asWas -> each.overlaps(first.start(), last.plus(1).start());
                })
                .map(Moved::code)
                .filter(asked::contains)
                .collect(Collectors.toSet());
    }

    private List<Moved> read(Slice slice) {
        return jdbi.withHandle(handle -> handle.createQuery(MOVED)
                .bind("dataset", slice.datasetId())
                .bind("own", slice.dataset().frequency().name())
                .bind("level", slice.dataset().level())
                .bindArray("dimensions", String.class, slice.dimensions())
                .map((row, context) -> new Moved(
                        row.getString("code"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class)))
                .list());
    }

    /** Nothing of what would have to be added up and never is. */
    List<Sum> of(Slice slice, Stretch stretch, Period first, Period last) {
        DatasetDefined dataset = slice.dataset();
        Slice tellable = dataset.addsUp() ? slice : slice.of(atLevel(dataset.level(), slice.areas()));
        boolean isCell = first.frequency() == dataset.frequency() && stretch.periods() == 1;
        if (tellable.areas().isEmpty() || !(isCell || dataset.addsUp())) {
            return List.of();
        }
        String sql = SUMS.replace("{division}", slice.boundaries().condition("membership", Stretch.LAST_DAY));
        return jdbi.withHandle(handle -> stretch.bind(bind(handle.createQuery(sql), tellable), first, last)
                .bind("first", first.start())
                .bind("last", last.start())
                .bind("key", slice.releaseKey())
                .map((row, context) -> sum(row, dataset))
                .list());
    }

    private static List<String> atLevel(String level, List<String> areas) {
        return areas.stream().filter(area -> Levels.of(area).equals(level)).toList();
    }

    private static Query bind(Query query, Slice slice) {
        return query.bind("dataset", slice.datasetId())
                .bind("own", slice.dataset().frequency().name())
                .bind("level", slice.dataset().level())
                .bindArray("dimensions", String.class, slice.dimensions())
                .bindArray("areas", String.class, slice.areas());
    }

    private static Sum sum(ResultSet row, DatasetDefined dataset) throws SQLException {
        return new Sum(
                row.getString("ref_area"),
                row.getObject("period", LocalDate.class),
                row.getObject("value", Long.class),
                row.getInt("codes"),
                row.getInt("cells"),
                row.getInt("periods"),
                ObsStatus.ofRank(row.getInt("status")),
                carried(row, dataset));
    }

    private static Carried carried(ResultSet row, DatasetDefined dataset) throws SQLException {
        boolean split = row.getBoolean("split");
        boolean added = split || row.getInt("members") > 1;
        if (row.getBoolean("unknown") || (added && !dataset.addsUp())) {
            return Carried.UNKNOWN;
        }
        return split ? Carried.SPLIT : Carried.WHOLE;
    }
}
