package cl.observatory.events.release;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Some rows of a release, by column. Every column but the value is coded by a dictionary of its own; the columns are
 * {@code REF_AREA}, {@code TIME_PERIOD}, the data set's dimensions in their order, and {@code OBS_STATUS}. Beside the value
 * a row of an estimate may have {@link ObservationAttribute attributes}.
 */
public final class ObservationBatch {

    public static final String TYPE = "cl.observatory.observations.batch.v1";

    public static final String REF_AREA = "REF_AREA";
    public static final String TIME_PERIOD = "TIME_PERIOD";
    public static final String OBS_STATUS = "OBS_STATUS";
    public static final String OBS_VALUE = "OBS_VALUE";

    /** Stands for a value that is not there. */
    public static final long MISSING = Long.MIN_VALUE;

    private final UUID releaseId;
    private final String datasetId;
    private final int sequence;
    private final int rows;
    private final List<String> columns;
    private final List<List<String>> dictionaries;
    private final int[][] codes;
    private final long[] values;
    private final Map<ObservationAttribute, long[]> attributes;

    ObservationBatch(
            UUID releaseId,
            String datasetId,
            int sequence,
            int rows,
            List<String> columns,
            List<List<String>> dictionaries,
            int[][] codes,
            long[] values,
            Map<ObservationAttribute, long[]> attributes) {
        this.releaseId = releaseId;
        this.datasetId = datasetId;
        this.sequence = sequence;
        this.rows = rows;
        this.columns = List.copyOf(columns);
        this.dictionaries = dictionaries.stream().map(List::copyOf).toList();
        this.codes = codes;
        this.values = values;
        this.attributes = Map.copyOf(attributes);
    }

    public UUID releaseId() {
        return releaseId;
    }

    public String datasetId() {
        return datasetId;
    }

    /** Place among the batches of its release, from 0 without gaps. */
    public int sequence() {
        return sequence;
    }

    public int rows() {
        return rows;
    }

    /** Ids of the coded columns; the first is REF_AREA, the second TIME_PERIOD, the last OBS_STATUS. */
    public List<String> columns() {
        return columns;
    }

    /** The codes of one column, in the order of their first use. */
    public List<String> dictionary(int column) {
        return dictionaries.get(column);
    }

    /** Place in the column's dictionary. */
    public int code(int column, int row) {
        return codes[column][row];
    }

    /** The value as a whole number: what was observed times ten to the power of the data set's decimals. */
    public long value(int row) {
        return values[row];
    }

    public boolean isMissing(int row) {
        return values[row] == MISSING;
    }

    /** Whether any row has an attribute. */
    public boolean hasAttributes() {
        return !attributes.isEmpty();
    }

    /** An attribute as a whole number, {@link #MISSING} when the row has none. */
    public long attribute(ObservationAttribute attribute, int row) {
        long[] column = attributes.get(attribute);
        return column == null ? MISSING : column[row];
    }

    /** The attributes that some row has. */
    Set<ObservationAttribute> attributes() {
        return attributes.keySet();
    }

    byte[][][] dictionariesUtf8() {
        return dictionaries.stream()
                .map(codes -> codes.stream()
                        .map(code -> code.getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new))
                .toArray(byte[][][]::new);
    }
}
