package cl.observatory.query.cube;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.query.territory.Boundaries;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Reads cells of one release, added up over codes of dimensions. */
@ApplicationScoped
public class Cube {

    private static final Period BEGINNING = Period.ofYear(1000);
    private static final Period END = Period.ofYear(9999);

    private static final String SUMS = """
            select ref_area, period, sum(value)::bigint as value, count(value) as codes, sum(cells) as cells,
                   min(periods) filter (where value is not null) as periods,
                   coalesce(max(status) filter (where value is not null), max(status)) as status
            from told
            where dataset_id = :dataset and frequency = :frequency::"char" and level = any (:levels)
              and dimensions = any (:dimensions) and ref_area = any (:areas)
              and period between :first and :last and from_release <= :key and until_release > :key
            group by ref_area, period
            """;

    /** The plan of a list is made anew for each question, which takes longer than to answer one about one territory. */
    private static final String SUMS_OF_ONE = SUMS.replace("level = any (:levels)", "level = :level")
            .replace("ref_area = any (:areas)", "ref_area = :area");

    /**
     * Each cell counts for the period that it lies in, and for as many after it as a stretch has more; so much first for
     * every combination of codes, as the stored years are made.
     */
    private static final String SUMS_OVER_TIME = """
            select ref_area, made as period, sum(value)::bigint as value, count(value) as codes,
                   sum(cells)::integer as cells, min(periods) filter (where value is not null) as periods,
                   coalesce(max(status) filter (where value is not null), max(status)) as status
            from (
                select ref_area, dimensions, made, sum(value) as value, sum(cells) as cells, sum(periods) as periods,
                       coalesce(max(status) filter (where value is not null), max(status)) as status
                from told
            """ + Stretch.MADE + """
                where dataset_id = :dataset and frequency = :frequency::"char" and level = any (:levels)
                  and dimensions = any (:dimensions) and ref_area = any (:areas)
                  and period between :firstCell and :lastCell and from_release <= :key and until_release > :key
                  and made between :first and :last
                group by ref_area, dimensions, made) of_codes
            group by ref_area, made
            """;

    private final Jdbi jdbi;
    private final CarriedSums carriedSums;
    private final RememberedCells remembered;

    Cube(Jdbi jdbi, CarriedSums carriedSums, RememberedCells remembered) {
        this.jdbi = jdbi;
        this.carriedSums = carriedSums;
        this.remembered = remembered;
    }

    /**
     * Which cells are read.
     *
     * @param releaseKey of the release whose cells they are
     * @param dimensions combinations of codes in the data set's order, each joined by '|'; their cells are added up
     * @param areas codes of territories of any level
     * @param boundaries in which division they are those of the territories
     */
    public record Slice(
            DatasetDefined dataset,
            int releaseKey,
            List<String> dimensions,
            List<String> areas,
            Boundaries boundaries) {

        public String datasetId() {
            return dataset.id();
        }

        /** The same, of some of the territories. */
        Slice of(List<String> some) {
            return new Slice(dataset, releaseKey, dimensions, some, boundaries);
        }
    }

    /** Whether cells stood under the code of the territory that they are read for. */
    public enum Carried {
        NOT,
        /** Under other codes, and wholly its own. */
        WHOLE,
        /** Some were divided by the weights of successions. */
        SPLIT,
        /** Some would have to be divided, and nobody knows how, or they are never added up. */
        UNKNOWN
    }

    /**
     * Cells of a territory and a period, added up over the dimensions.
     *
     * @param value whole number, null when every cell is missing
     * @param codes combinations of codes that have a value
     * @param cells as they were sent that the value is made of
     * @param periods of the data set's frequency that every combination has
     */
    public record Sum(
            String area,
            LocalDate period,
            Long value,
            int codes,
            int cells,
            int periods,
            ObsStatus status,
            Carried carried) {

        public Sum(String area, LocalDate period, Long value, int codes, int cells, int periods, ObsStatus status) {
            this(area, period, value, codes, cells, periods, status, Carried.NOT);
        }
    }

    /**
     * How long sums over time are.
     *
     * @param source frequency of the cells that are added up
     * @param periods of the frequency asked for, which end with the one whose name a sum bears
     */
    public record Stretch(Frequency source, int periods) {

        /** The periods, by their first days, that a cell counts for: each a row of its own, in SQL. */
        static final String MADE = """
                cross join generate_series(0, :length - :months, :months) as later
                cross join lateral (
                    select (make_date(extract(year from told.period)::integer,
                                      (extract(month from told.period)::integer - 1) / :months * :months + 1, 1)
                            + make_interval(months => later))::date as made) stretch
                """;

        /** Last day of such a period. */
        static final String LAST_DAY = "((made + make_interval(months => :months))::date - 1)";

        /** Binds months of a period and of the stretch, and the first and last cell, of the periods asked for. */
        Query bind(Query query, Period first, Period last) {
            int months = first.frequency().months();
            Period begin = new Period(first.frequency(), Math.max(0, first.ordinal() + 1 - periods));
            return query.bind("months", months)
                    .bind("length", months * periods)
                    .bind("firstCell", begin.start())
                    .bind("lastCell", last.plus(1).start().minusDays(1));
        }
    }

    /**
     * Series within a territory that began to report at the same time.
     *
     * @param first first day of their first period
     * @param validTo first day on which the territories that they speak of no longer held, null when they do
     * @param from first day of the division in which they are within the territory
     * @param until first day on which that no longer held
     */
    public record Reporting(
            String area, LocalDate first, LocalDate validTo, LocalDate from, LocalDate until, int series) {

        /** The same, of so many series. */
        Reporting of(int number) {
            return new Reporting(area, first, validTo, from, until, number);
        }

        /**
         * Whether they can be expected to report on a period: they have begun, and their territories hold on its last day.
         *
         * @param division a day of the division that is asked for
         */
        public boolean isExpectedIn(Period period, LocalDate division) {
            boolean tells = !period.start().isBefore(first)
                    && (validTo == null || !validTo.isBefore(period.plus(1).start()));
            return tells && !division.isBefore(from) && division.isBefore(until);
        }
    }

    /**
     * Cells of each territory and period, added up. They are those of the sums that were stored, unless the territory has
     * other cells in the division asked for than by its code.
     *
     * @param frequency the data set's own, or years
     */
    public List<Sum> sums(Slice slice, Frequency frequency, Period first, Period last) {
        List<Sum> sums = new ArrayList<>();
        List<String> stored = storedOf(slice, sums, new Stretch(frequency, 1), first, last);
        if (!stored.isEmpty()) {
            sums.addAll(stored(slice.of(stored), frequency, first, last));
        }
        return sums;
    }

    private List<Sum> stored(Slice slice, Frequency frequency, Period first, Period last) {
        boolean isPopulation = slice.dataset().kind().equals("POPULATION");
        return isPopulation && frequency == Frequency.A
                ? remembered.sums(slice, first, last, whole -> read(whole, frequency, BEGINNING, END))
                : read(slice, frequency, first, last);
    }

    private List<Sum> read(Slice slice, Frequency frequency, Period first, Period last) {
        return jdbi.withHandle(handle -> {
            Query query = slice.areas().size() == 1
                    ? bindOne(handle.createQuery(SUMS_OF_ONE), slice.areas().getFirst())
                    : bindAreas(handle.createQuery(SUMS), slice.areas());
            return bind(query, slice, frequency, first, last)
                    .map((row, context) -> sum(row))
                    .list();
        });
    }

    private static Query bindOne(Query query, String area) {
        return query.bind("level", Levels.of(area)).bind("area", area);
    }

    private static Query bindAreas(Query query, List<String> areas) {
        return query.bindArray(
                        "levels",
                        String.class,
                        areas.stream().map(Levels::of).distinct().toList())
                .bindArray("areas", String.class, areas);
    }

    /** The same, added up over time too, of cells that are not stored so. */
    public List<Sum> sums(Slice slice, Stretch stretch, Period first, Period last) {
        List<Sum> sums = new ArrayList<>();
        List<String> stored = storedOf(slice, sums, stretch, first, last);
        if (!stored.isEmpty()) {
            jdbi.useHandle(handle -> stretch.bind(
                            bind(
                                    bindAreas(handle.createQuery(SUMS_OVER_TIME), stored),
                                    slice,
                                    stretch.source(),
                                    first,
                                    last),
                            first,
                            last)
                    .map((row, context) -> sum(row))
                    .forEach(sums::add));
        }
        return sums;
    }

    /** Adds the sums of territories that have others than the stored ones; the territories that do not. */
    private List<String> storedOf(Slice slice, List<Sum> sums, Stretch stretch, Period first, Period last) {
        Set<String> moved = carriedSums.moved(slice, first, last);
        if (!moved.isEmpty()) {
            sums.addAll(carriedSums.of(slice.of(List.copyOf(moved)), stretch, first, last));
        }
        return slice.areas().stream().filter(area -> !moved.contains(area)).toList();
    }

    private static Query bind(Query query, Slice slice, Frequency frequency, Period first, Period last) {
        return query.bind("dataset", slice.datasetId())
                .bind("frequency", frequency.name())
                .bindArray("dimensions", String.class, slice.dimensions())
                .bind("first", first.start())
                .bind("last", last.start())
                .bind("key", slice.releaseKey());
    }

    private static Sum sum(ResultSet row) throws SQLException {
        return new Sum(
                row.getString("ref_area"),
                row.getObject("period", LocalDate.class),
                row.getObject("value", Long.class),
                row.getInt("codes"),
                row.getInt("cells"),
                row.getInt("periods"),
                ObsStatus.ofRank(row.getInt("status")));
    }

    /** Which series report within each territory, by the cells of the release that is read. */
    public List<Reporting> reporting(Slice slice) {
        return remembered.reporting(slice);
    }
}
