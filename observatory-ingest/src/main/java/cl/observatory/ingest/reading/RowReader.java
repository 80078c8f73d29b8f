package cl.observatory.ingest.reading;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.ingest.conflict.ConflictType;
import cl.observatory.ingest.conflict.Conflicts;
import cl.observatory.ingest.profile.ImportProfile;
import cl.observatory.ingest.profile.ImportProfile.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/**
 * Reads the rows of one file as observations. After {@link #read} has taken a row, {@link #codes} and {@link #value} are
 * those of the row. Memory grows by at most about two bytes for each distinct cell. Not safe for use by several threads.
 */
public final class RowReader {

    private final Conflicts conflicts;
    private final String unstatedStatus;
    private final List<CodeColumn> columns = new ArrayList<>();
    private final List<Long> sizes = new ArrayList<>();
    private final CodeColumn status;
    private final ValueReader valueReader;
    private final String valueHeader;
    private final int valuePlace;
    private final Roaring64Bitmap cells = new Roaring64Bitmap();
    private final String[] codes;
    private long value;

    /**
     * @param header place of each column of the file by its name
     * @param unstatedStatus status of a value for which the file states none: A, or P in a provisional release
     */
    public RowReader(
            DatasetDefined dataset,
            ImportProfile profile,
            Map<String, Integer> header,
            String unstatedStatus,
            Schemes schemes,
            Conflicts conflicts) {
        this.conflicts = conflicts;
        this.unstatedStatus = unstatedStatus;
        Map<String, Origin> origins = profile.components();
        Origin area = origins.get(ObservationBatch.REF_AREA);
        Origin period = origins.get(ObservationBatch.TIME_PERIOD);
        add(ObservationBatch.REF_AREA, area, header, CodeReaders.territory(schemes.territories(), dataset, area));
        sizes.add((long) schemes.territories().table().territories().size());
        add(ObservationBatch.TIME_PERIOD, period, header, CodeReaders.period(dataset, period));
        sizes.add(1L << 17);
        for (DatasetDefined.Dimension dimension : dataset.dimensions()) {
            Origin origin = origins.get(dimension.id());
            add(
                    dimension.id(),
                    origin,
                    header,
                    CodeReaders.classified(schemes.classifications(), dimension.scheme(), origin));
            sizes.add((long) schemes.classifications().codes(dimension.scheme()).size());
        }
        Origin stated = origins.get(ObservationBatch.OBS_STATUS);
        status =
                stated == null ? null : column(ObservationBatch.OBS_STATUS, stated, header, CodeReaders.status(stated));
        valueHeader = origins.get(ObservationBatch.OBS_VALUE).column();
        valuePlace = header.get(valueHeader);
        valueReader = new ValueReader(profile, dataset);
        codes = new String[columns.size() + 1];
    }

    private void add(String component, Origin origin, Map<String, Integer> header, Function<String, Coded> reader) {
        columns.add(column(component, origin, header, reader));
    }

    private static CodeColumn column(
            String component, Origin origin, Map<String, Integer> header, Function<String, Coded> reader) {
        return origin.column() == null
                ? new CodeColumn(component, null, -1, origin.constant(), reader)
                : new CodeColumn(component, origin.column(), header.get(origin.column()), null, reader);
    }

    /**
     * Reads a row; what is wrong with it goes to the conflicts.
     *
     * @param row line of the file where it begins
     * @return whether it was taken
     */
    public boolean read(String[] cellsOfRow, long row) {
        boolean taken = true;
        long ordinal = 0;
        for (int i = 0; i < columns.size(); i++) {
            CodeColumn column = columns.get(i);
            Coded coded = column.read(cellsOfRow);
            if (coded.conflict() != null) {
                conflicts.add(coded.conflict(), row, column.header(), column.text(cellsOfRow));
                taken = false;
            }
            codes[i] = coded.code();
            ordinal = ordinal * sizes.get(i) + coded.ordinal();
        }
        value = valueReader.read(cellsOfRow[valuePlace]);
        if (valueReader.conflict() != null) {
            conflicts.add(valueReader.conflict(), row, valueHeader, cellsOfRow[valuePlace]);
            taken = false;
        }
        taken &= readStatus(cellsOfRow, row);
        if (!taken) {
            return false;
        }
        if (cells.contains(ordinal)) {
            conflicts.add(ConflictType.DUPLICATE_CELL, row, null, cell());
            return false;
        }
        cells.addLong(ordinal);
        return true;
    }

    private String cell() {
        return String.join(" ", Arrays.copyOf(codes, codes.length - 1));
    }

    private boolean readStatus(String[] cellsOfRow, long row) {
        boolean missing = value == ObservationBatch.MISSING;
        String code = missing ? "O" : unstatedStatus;
        if (status != null) {
            Coded stated = status.read(cellsOfRow);
            if (stated.conflict() != null) {
                conflicts.add(stated.conflict(), row, status.header(), status.text(cellsOfRow));
                return false;
            }
            boolean ofMissing = "LMO".contains(stated.code());
            if (ofMissing != missing && !stated.code().equals("A")) {
                conflicts.add(ConflictType.STATUS_CONTRADICTS_VALUE, row, status.header(), stated.code());
                return false;
            }
            code = stated.code().equals("A") ? code : stated.code();
        }
        codes[codes.length - 1] = code;
        return true;
    }

    /** The codes of the row that was read last: territory, period, the dimensions in their order, status. */
    public String[] codes() {
        return codes;
    }

    public long value() {
        return value;
    }
}
