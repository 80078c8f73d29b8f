package cl.observatory.query.observation;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationAttribute;
import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.query.cube.Attributes;
import cl.observatory.query.cube.ObsStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of observations as the observatory writes them, which the import profile {@code observatory-csv} reads: one
 * for each component of the data set, and of estimates one for each attribute.
 */
final class CsvForm {

    /** Columns of a row of cells, for the list of a query. */
    static final String COLUMNS = "series_id, period - date '1970-01-01' as day, value, status";

    private static final List<byte[]> STATUSES = Stream.of(ObsStatus.values())
            .map(status -> CsvText.bytes(status.name()))
            .toList();

    private static final List<String> ATTRIBUTE_COLUMNS = List.of(Attributes.COLUMNS.split(", ", -1));

    private final DatasetDefined dataset;
    private final Frequency frequency;
    private final List<ObservationAttribute> attributes;
    private final Map<Integer, byte[]> periods = new HashMap<>();

    CsvForm(DatasetDefined dataset, Frequency frequency) {
        this.dataset = dataset;
        this.frequency = frequency;
        this.attributes = dataset.hasEstimates() ? List.of(ObservationAttribute.values()) : List.of();
    }

    byte[] header() {
        List<String> names = new ArrayList<>(List.of("REF_AREA", "TIME_PERIOD"));
        dataset.dimensions().forEach(dimension -> names.add(dimension.id()));
        names.addAll(List.of("OBS_VALUE", "OBS_STATUS"));
        attributes.forEach(attribute -> names.add(attribute.name()));
        return CsvText.bytes(names.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    /** What stands before the period in every row of a series. */
    static byte[] area(String code) {
        return CsvText.bytes(CsvText.cell(code) + ",");
    }

    /**
     * What stands between period and value.
     *
     * @param dimensions codes in the data set's order, joined by '|'
     */
    byte[] codes(String dimensions) {
        if (dataset.dimensions().isEmpty()) {
            return CsvText.bytes(",");
        }
        return CsvText.bytes(
                Stream.of(dimensions.split("\\|", -1)).map(CsvText::cell).collect(Collectors.joining(",", ",", ",")));
    }

    /** Adds the row that a result stands at. */
    void add(CsvText text, byte[] area, byte[] codes, ResultSet row) throws SQLException {
        text.raw(area).raw(periods.computeIfAbsent(row.getInt(2), this::period)).raw(codes);
        long value = row.getLong(3);
        if (!row.wasNull()) {
            text.number(value, dataset.decimals());
        }
        text.comma().raw(STATUSES.get(row.getInt(4)));
        for (int i = 0; i < attributes.size(); i++) {
            text.comma();
            long number = row.getLong(ATTRIBUTE_COLUMNS.get(i));
            if (!row.wasNull()) {
                text.number(number, attributes.get(i).isScaled() ? dataset.decimals() : 0);
            }
        }
        text.end();
    }

    private byte[] period(int day) {
        return CsvText.bytes(
                Period.containing(frequency, LocalDate.ofEpochDay(day)).toString());
    }
}
