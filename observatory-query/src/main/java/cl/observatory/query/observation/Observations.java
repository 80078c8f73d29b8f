package cl.observatory.query.observation;

import cl.observatory.problem.Parameters;
import cl.observatory.query.answer.Cursor;
import cl.observatory.query.cube.Attributes;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.territory.Territories;
import cl.observatory.query.time.PeriodRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/** Reads slices of a cube page by page, in the order of dimensions, territory and period. */
@ApplicationScoped
class Observations {

    private static final String CELLS = "select dimensions, ref_area, period, value, cells, periods, status "
            + SliceSql.ATTRIBUTES
            + " from told "
            + SliceSql.BESIDE
            + " where " + SliceSql.SERIES
            + " and " + SliceSql.CELLS
            + """
               and (dimensions, ref_area, period) > (:afterDimensions, :afterArea, :afterPeriod)
            order by dimensions, ref_area, period
            limit :limit
            """;

    private final Jdbi jdbi;

    Observations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Which cells.
     *
     * @param since key of a release whose cells are left out where they are the same; 0 for none
     * @param codes by the place of the dimension in the data set's order, from 1; absent dimensions are not filtered
     * @param estimates whether cells have attributes
     */
    record Slice(
            String datasetId,
            int releaseKey,
            int since,
            List<String> levels,
            List<String> areas,
            PeriodRange periods,
            Map<Integer, List<String>> codes,
            boolean estimates) {

        /** Whether there is nothing to look for. */
        boolean isEmpty() {
            return since == releaseKey || areas.isEmpty();
        }
    }

    /** Where a page begins: behind this cell. */
    record Place(String dimensions, String area, LocalDate period) {

        static final Place START = new Place("", "", LocalDate.of(1, 1, 1));

        private static final Pattern DIMENSIONS = Pattern.compile("[^\\p{Cntrl}]*");
        private static final Pattern FIRST_DAY = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])-01");

        /** The place that a cursor names, the start without one. */
        static Place read(Parameters parameters, Cursor cursor, String written) {
            List<String> parts = cursor.read(parameters, written, DIMENSIONS, Territories.CODE, FIRST_DAY);
            return parts.isEmpty() ? START : new Place(parts.get(0), parts.get(1), LocalDate.parse(parts.get(2)));
        }

        static Place of(Cell cell) {
            return new Place(cell.dimensions(), cell.area(), cell.period());
        }

        String write(Cursor cursor) {
            return cursor.write(dimensions, area, period.toString());
        }
    }

    /**
     * @param dimensions codes in the data set's order, joined by '|'
     * @param value whole number, null when missing
     * @param attributes none but for an estimate
     */
    record Cell(
            String dimensions,
            String area,
            LocalDate period,
            Long value,
            int cells,
            int periods,
            ObsStatus status,
            Attributes attributes) {}

    /**
     * @param place the page begins behind it
     */
    List<Cell> read(Slice slice, Place place, int limit) {
        if (slice.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> SliceSql.bindCells(
                        SliceSql.bindSeries(handle.createQuery(CELLS), slice), slice)
                .bind("afterDimensions", place.dimensions())
                .bind("afterArea", place.area())
                .bind("afterPeriod", place.period())
                .bind("limit", limit)
                .map((row, context) -> new Cell(
                        row.getString("dimensions"),
                        row.getString("ref_area"),
                        row.getObject("period", LocalDate.class),
                        row.getObject("value", Long.class),
                        row.getInt("cells"),
                        row.getInt("periods"),
                        ObsStatus.ofRank(row.getInt("status")),
                        slice.estimates() ? Attributes.read(row) : Attributes.NONE))
                .list());
    }
}
