package cl.observatory.query.observation;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationAttribute;
import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.query.cube.Attributes;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.file.FileText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a row of cells says, in the bytes that every form of a file has in common. */
final class RowOfCells {

    /** Columns of the rows, for the list of a query; attributes stand behind them. */
    static final String COLUMNS = "series_id, period - date '1970-01-01' as day, value, status";

    /** Where attributes begin among the numbers of a row. */
    static final int FIRST_ATTRIBUTE = 3;

    private static final int DAY = 2;
    private static final int VALUE = 3;
    private static final int STATUS = 4;

    private static final List<byte[]> STATUSES = Stream.of(ObsStatus.values())
            .map(status -> FileText.bytes(status.name()))
            .toList();

    private static final List<String> ATTRIBUTE_COLUMNS = List.of(Attributes.COLUMNS.split(", ", -1));

    private final DatasetDefined dataset;
    private final Frequency frequency;
    private final List<ObservationAttribute> attributes;
    private final Map<Integer, byte[]> periods = new HashMap<>();
    private final Map<Integer, Integer> ordinals = new HashMap<>();

    RowOfCells(DatasetDefined dataset, Frequency frequency) {
        this.dataset = dataset;
        this.frequency = frequency;
        this.attributes = dataset.hasEstimates() ? List.of(ObservationAttribute.values()) : List.of();
    }

    DatasetDefined dataset() {
        return dataset;
    }

    Frequency frequency() {
        return frequency;
    }

    /** Those that the rows have, none but for estimates. */
    List<ObservationAttribute> attributes() {
        return attributes;
    }

    byte[] period(ResultSet row) throws SQLException {
        return periods.computeIfAbsent(row.getInt(DAY), this::period);
    }

    private byte[] period(int day) {
        return FileText.bytes(periodOf(day).toString());
    }

    /** Of its period. */
    int ordinal(ResultSet row) throws SQLException {
        return ordinals.computeIfAbsent(row.getInt(DAY), day -> periodOf(day).ordinal());
    }

    Period periodOf(int day) {
        return Period.containing(frequency, LocalDate.ofEpochDay(day));
    }

    byte[] status(ResultSet row) throws SQLException {
        return STATUSES.get(row.getInt(STATUS));
    }

    static byte[] bytes(ObsStatus status) {
        return STATUSES.get(status.rank());
    }

    ObsStatus statusOf(ResultSet row) throws SQLException {
        return ObsStatus.ofRank(row.getInt(STATUS));
    }

    /** Whether the value is hidden. */
    boolean isSuppressed(ResultSet row) throws SQLException {
        return row.getInt(STATUS) == ObsStatus.Q.rank();
    }

    /**
     * Adds the value.
     *
     * @param missing what is written for one that is not there
     */
    void addValue(FileText text, ResultSet row, byte[] missing) throws SQLException {
        long value = row.getLong(VALUE);
        if (row.wasNull()) {
            text.raw(missing);
        } else {
            text.number(value, dataset.decimals());
        }
    }

    /** How many numbers {@link #copy} copies. */
    int width() {
        return FIRST_ATTRIBUTE + attributes.size();
    }

    /**
     * Copies what a row says as numbers: the day that its period begins with, the rank of its status, the value, and the
     * attributes.
     *
     * @param missing gets the places of those that are not there
     */
    void copy(ResultSet row, long[] numbers, int from, BitSet missing) throws SQLException {
        numbers[from] = row.getInt(DAY);
        numbers[from + 1] = row.getInt(STATUS);
        long value = row.getLong(VALUE);
        put(value, row.wasNull(), numbers, from + 2, missing);
        for (int place = 0; place < attributes.size(); place++) {
            long number = row.getLong(ATTRIBUTE_COLUMNS.get(place));
            put(number, row.wasNull(), numbers, from + FIRST_ATTRIBUTE + place, missing);
        }
    }

    private static void put(long number, boolean isMissing, long[] numbers, int place, BitSet missing) {
        if (isMissing) {
            missing.set(place);
        } else {
            numbers[place] = number;
        }
    }

    /** Adds an attribute, by its place among those that the rows have. */
    void addAttribute(FileText text, ResultSet row, int place, byte[] missing) throws SQLException {
        long number = row.getLong(ATTRIBUTE_COLUMNS.get(place));
        if (row.wasNull()) {
            text.raw(missing);
        } else {
            text.number(number, attributes.get(place).isScaled() ? dataset.decimals() : 0);
        }
    }
}
