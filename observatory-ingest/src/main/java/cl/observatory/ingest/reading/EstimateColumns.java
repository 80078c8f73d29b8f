package cl.observatory.ingest.reading;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationAttribute;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.ingest.conflict.ConflictType;
import cl.observatory.ingest.profile.ImportProfile;
import cl.observatory.ingest.profile.Origin;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what stands beside the value of an estimate, and whether it agrees with the value. For every other kind of data
 * set it has no columns and no objections.
 */
final class EstimateColumns {

    private final ShapedRows rows;
    private final String valueHeader;
    private final long greatestShare;
    private final List<Column> columns = new ArrayList<>();
    private final Map<ObservationAttribute, Long> numbers = new EnumMap<>(ObservationAttribute.class);

    private record Column(ObservationAttribute attribute, String header, int place, ValueReader reader) {}

    EstimateColumns(DatasetDefined dataset, ImportProfile profile, ShapedRows rows, String valueHeader) {
        this.rows = rows;
        this.valueHeader = valueHeader;
        this.greatestShare = greatestShare(dataset);
        for (ObservationAttribute attribute : ObservationAttribute.values()) {
            Origin origin = profile.components().get(attribute.name());
            Integer place = origin == null ? null : rows.header().get(origin.column());
            if (place != null) {
                columns.add(new Column(
                        attribute, origin.column(), place, ValueReader.ofAttribute(profile, dataset, attribute)));
            }
        }
    }

    /** As a whole number of the data set's decimals; negative when values are no shares. */
    private static long greatestShare(DatasetDefined dataset) {
        if (!dataset.hasEstimates() || dataset.statistic().equals("MEAN")) {
            return -1;
        }
        long one = Math.round(Math.pow(10, dataset.decimals()));
        return dataset.statistic().equals("PERCENT") ? 100 * one : one;
    }

    /**
     * Reads the row that the file stands on; what is wrong with it goes to the conflicts.
     *
     * @param value of the row
     * @return whether it can be taken
     */
    boolean read(long value) {
        String[] cells = rows.cells();
        boolean taken = true;
        numbers.clear();
        for (Column column : columns) {
            String text = cells[column.place()];
            long number = column.reader().read(text, rows.isNumber(column.place()));
            ConflictType conflict = column.reader().conflict();
            if (conflict != null) {
                add(
                        conflict == ConflictType.NEGATIVE_COUNT ? ConflictType.NEGATIVE_ATTRIBUTE : conflict,
                        column.header(),
                        text);
                taken = false;
            } else if (number != ObservationBatch.MISSING) {
                numbers.put(column.attribute(), number);
            }
        }
        if (greatestShare >= 0 && value != ObservationBatch.MISSING && (value < 0 || value > greatestShare)) {
            add(ConflictType.NOT_A_SHARE, valueHeader, cells[rows.header().get(valueHeader)]);
            taken = false;
        }
        return taken && isWithinItsInterval(value);
    }

    private boolean isWithinItsInterval(long value) {
        long lower = numbers.getOrDefault(ObservationAttribute.LOWER_CI, Long.MIN_VALUE);
        long upper = numbers.getOrDefault(ObservationAttribute.UPPER_CI, Long.MAX_VALUE);
        boolean within = value == ObservationBatch.MISSING ? lower <= upper : lower <= value && value <= upper;
        if (!within) {
            add(
                    ConflictType.VALUE_OUTSIDE_INTERVAL,
                    valueHeader,
                    rows.cells()[rows.header().get(valueHeader)]);
        }
        return within;
    }

    private void add(ConflictType conflict, String header, String text) {
        rows.conflicts().add(conflict, rows.line(), header, text);
    }

    /** Those of the row that was read last; not kept. */
    Map<ObservationAttribute, Long> numbers() {
        return numbers;
    }
}
