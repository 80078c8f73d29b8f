package cl.observatory.query.cube;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Frequency;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Sums over territory and time, as cells of their own: each series at the levels above it, and each of those by year.
 * Made by SQL in the caller's transaction, only for what a release touched. There are none of a data set whose values are
 * never added up.
 */
public final class RollUps {

    private static final String ADD_LEVELS = """
            insert into series (dataset_id, frequency, level, dimensions, ref_area, derived, small_below, band)
            select distinct series.dataset_id, series.frequency, territory.level, series.dimensions, territory.code, true,
                   small_below, band
            from series
            join ancestry on ancestry.code = series.ref_area and ancestry.ancestor <> series.ref_area
            join territory on territory.code = ancestry.ancestor
            where series.dataset_id = :dataset and not series.derived
              and not exists (select from roll_up where roll_up.series_id = series.id)
            on conflict do nothing
            """;

    private static final String ADD_YEARS = """
            insert into series (dataset_id, frequency, level, dimensions, ref_area, derived, small_below, band)
            select dataset_id, 'A', level, dimensions, ref_area, true, small_below, band
            from series
            where dataset_id = :dataset and frequency <> 'A'
              and not exists (select from roll_up where roll_up.series_id = series.id)
            on conflict do nothing
            """;

    private static final String LINK = """
            insert into roll_up (series_id, province_id, region_id, country_id, year_id)
            select series.id,
                   max(above.id) filter (where holder.level = 'province'),
                   max(above.id) filter (where holder.level = 'region'),
                   max(above.id) filter (where holder.level = 'country'),
                   max(whole.id)
            from series
            join ancestry on ancestry.code = series.ref_area
            join territory holder on holder.code = ancestry.ancestor
            left join series above
              on above.dataset_id = series.dataset_id and above.frequency = series.frequency
             and above.level = holder.level and above.dimensions = series.dimensions
             and above.ref_area = holder.code and above.derived
             and not series.derived and holder.code <> series.ref_area
            left join series whole
              on whole.dataset_id = series.dataset_id and whole.frequency = 'A' and series.frequency <> 'A'
             and whole.level = series.level and whole.dimensions = series.dimensions
             and whole.ref_area = series.ref_area and whole.derived
            where series.dataset_id = :dataset
              and not (series.derived and series.frequency = 'A')
              and not exists (select from roll_up where roll_up.series_id = series.id)
            group by series.id
            """;

    /** Levels above, by the data set's own frequency: those that hold the cells first, which are fewer, then all. */
    private static final String LEVELS = """
            select coalesce(province_id, region_id, country_id) as id, period,
                   sum(value)::bigint as value, sum(cells)::integer as cells, max(periods) as periods,
                   coalesce(max(status_of_values), max(status)) as status
            from (
                select max(province_id) as province_id, max(region_id) as region_id, max(country_id) as country_id, period,
                       sum(value)::bigint as value, sum(cells) as cells, max(periods) as periods,
                       max(status) filter (where value is not null) as status_of_values, max(status) as status
                from series join roll_up on roll_up.series_id = series.id join told on told.series_id = series.id %s
                where series.dataset_id = :dataset and not series.derived
                  and told.from_release <= :key and told.until_release > :key
                group by coalesce(province_id, region_id, country_id), period) lowest
            group by grouping sets ((province_id, period), (region_id, period), (country_id, period))
            having coalesce(province_id, region_id, country_id) is not null
            """;

    /** Years of every level, or of some series only. */
    private static final String YEARS = """
            select year_id as id, date_trunc('year', period::timestamp)::date as period,
                   sum(value)::bigint as value, sum(cells)::integer as cells, sum(periods)::smallint as periods,
                   coalesce(max(status) filter (where value is not null), max(status)) as status
            from series join roll_up on roll_up.series_id = series.id %s
            where series.dataset_id = :dataset and year_id is not null %s
              and told.from_release <= :key and told.until_release > :key
            group by year_id, date_trunc('year', period::timestamp)
            """;

    private static final String OF_SENT = "and not series.derived";

    private static final String OF_LEVELS = "and series.derived";

    private static final String IN_PERIODS = "and told.period = any (:periods)";

    private static final String IN_ALL_YEARS = "join told on told.series_id = series.id";

    /** With offset 0 the cells of each series are found by its years, and those of other years are never looked at. */
    private static final String IN_YEARS = """
            cross join unnest(:periods) as touched (first_day)
            cross join lateral (
                select * from told
                where told.series_id = series.id and told.period >= touched.first_day
                  and told.period < (touched.first_day + interval '1 year')::date
                offset 0) told
            """;

    private static final String END_VANISHED = """
            update cell set until_release = :key
            from series
            where series.id = cell.series_id and series.dataset_id = :dataset and series.derived
              and (series.frequency = :frequency::"char") = :ownFrequency and cell.period = any (:periods)
              and cell.from_release <= :current and cell.until_release > :current and cell.until_release <> :key
              and not exists (select from staged where staged.series_id = cell.series_id and staged.period = cell.period)
            """;

    private final Handle handle;
    private final DatasetDefined dataset;
    private final int key;

    /**
     * @param key of the release that is loading
     */
    public RollUps(Handle handle, DatasetDefined dataset, int key) {
        this.handle = handle;
        this.dataset = dataset;
        this.key = key;
    }

    /**
     * Sums of a data set's first release. Its cells are committed, so that two more connections can add them up at the same
     * time, each on a core of its own, while what they come to goes in by this one.
     *
     * @param jdbi where the other connections are from
     */
    public void makeAll(Jdbi jdbi) throws SQLException {
        if (!dataset.addsUp()) {
            return;
        }
        try (Handle links = jdbi.open()) {
            links.useTransaction(own -> new RollUps(own, dataset, key).link());
        }
        boolean hasYears = dataset.frequency() != Frequency.A;
        try (SumsOut levels = SumsOut.begin(jdbi, LEVELS.formatted(""), dataset.id(), key);
                SumsOut years = hasYears
                        ? SumsOut.begin(jdbi, YEARS.formatted(IN_ALL_YEARS, OF_SENT), dataset.id(), key)
                        : null) {
            levels.drainTo(handle);
            if (hasYears) {
                years.drainTo(handle);
                addYearsOfLevels();
            }
        }
    }

    private void addYearsOfLevels() {
        handle.execute("set local enable_nestloop = off");
        handle.execute("set local work_mem = '128MB'");
        handle.createUpdate("""
                        insert into cell (series_id, period, value, cells, periods, status, from_release)
                        select made.*, :key from (
                        """ + YEARS.formatted(IN_ALL_YEARS, OF_LEVELS) + ") made")
                .bind("dataset", dataset.id())
                .bind("key", key)
                .execute();
    }

    /**
     * Sums of a later release, where it differs from the current one.
     *
     * @param touched first days of the periods with changed cells
     */
    public void remake(int current, Set<LocalDate> touched) {
        if (touched.isEmpty() || !dataset.addsUp()) {
            return;
        }
        link();
        remake(current, LEVELS.formatted(IN_PERIODS), touched, true);
        if (dataset.frequency() != Frequency.A) {
            Set<LocalDate> years = new TreeSet<>();
            touched.forEach(day -> years.add(day.withDayOfYear(1)));
            remake(current, YEARS.formatted(IN_YEARS, ""), years, false);
        }
    }

    private void remake(int current, String sums, Set<LocalDate> periods, boolean ownFrequency) {
        handle.execute(CellVersions.STAGE);
        handle.execute("truncate staged");
        handle.createUpdate("""
                        insert into staged (series_id, period, value, cells, periods, status) select made.* from (
                        """ + sums + ") made")
                .bind("dataset", dataset.id())
                .bind("key", key)
                .bindArray("periods", LocalDate.class, List.copyOf(periods))
                .execute();
        CellVersions.mergeStaged(handle, key, current);
        handle.createUpdate(END_VANISHED)
                .bind("dataset", dataset.id())
                .bind("frequency", dataset.frequency().name())
                .bind("ownFrequency", ownFrequency)
                .bind("key", key)
                .bind("current", current)
                .bindArray("periods", LocalDate.class, List.copyOf(periods))
                .execute();
    }

    /**
     * Joins whole data sets. PostgreSQL knows nothing yet of tables that have just grown, and would go through one for each
     * row of another.
     */
    private void link() {
        handle.execute("set local enable_nestloop = off");
        for (String step : List.of(ADD_LEVELS, ADD_YEARS, LINK)) {
            handle.createUpdate(step).bind("dataset", dataset.id()).execute();
        }
        handle.execute("analyze series, roll_up");
        handle.execute("set local enable_nestloop = on");
    }
}
