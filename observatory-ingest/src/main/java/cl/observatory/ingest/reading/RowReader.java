package cl.observatory.ingest.reading;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationAttribute;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.ingest.conflict.ConflictType;
import cl.observatory.ingest.conflict.Conflicts;
import cl.observatory.ingest.profile.ImportProfile;
import cl.observatory.ingest.profile.Origin;
import cl.observatory.ingest.profile.PeriodReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/**
 * Reads the rows of one file as observations, or as cases of them. After {@link #read} has taken a row, {@link #codes},
 * {@link #value} and {@link #ordinal} are those of the row. Memory grows by at most about two bytes for each distinct
 * cell. Not safe for use by several threads.
 */
public final class RowReader {

    private final ShapedRows rows;
    private final Conflicts conflicts;
    private final String unstatedStatus;
    private final boolean cases;
    private final List<CodeColumn> columns = new ArrayList<>();
    private final CellSpace space;
    private final CodeColumn status;
    private final ValueReader valueReader;
    private final String valueHeader;
    private final int valuePlace;
    private final EstimateColumns estimates;
    private final Roaring64Bitmap cells = new Roaring64Bitmap();
    private final String[] codes;
    private long value;
    private long ordinal;

    /**
     * @param unstatedStatus status of a value for which the file states none: A, or P in a provisional release
     */
    public RowReader(
            DatasetDefined dataset, ImportProfile profile, String unstatedStatus, Schemes schemes, ShapedRows rows) {
        this.rows = rows;
        this.conflicts = rows.conflicts();
        this.unstatedStatus = unstatedStatus;
        this.cases = profile.countsCases();
        this.space = CellSpace.of(dataset, schemes);
        Map<String, Integer> header = rows.header();
        Map<String, Origin> origins = profile.components();
        Origin area = origins.get(ObservationBatch.REF_AREA);
        add(area, CodeReaders.territory(schemes, dataset, schemes.ofTerritories(area, dataset.level())));
        Origin period = origins.get(ObservationBatch.TIME_PERIOD);
        PeriodReader periods = new PeriodReader(dataset.frequency(), period.format(), cases);
        add(period, CodeReaders.period(dataset, periods, new Translation(period, null)));
        for (DatasetDefined.Dimension dimension : dataset.dimensions()) {
            Origin origin = origins.get(dimension.id());
            add(
                    origin,
                    CodeReaders.classified(
                            schemes.classifications(),
                            dimension.scheme(),
                            schemes.ofCodes(origin, dimension.scheme())));
        }
        Origin stated = origins.get(ObservationBatch.OBS_STATUS);
        status = stated == null || !header.keySet().containsAll(stated.read())
                ? null
                : new CodeColumn(stated, header, CodeReaders.status(new Translation(stated, null)));
        valueHeader = cases ? null : origins.get(ObservationBatch.OBS_VALUE).column();
        valuePlace = cases ? -1 : header.get(valueHeader);
        valueReader = new ValueReader(profile, dataset);
        estimates = new EstimateColumns(dataset, profile, rows, valueHeader);
        codes = new String[columns.size() + 1];
    }

    private void add(Origin origin, Function<String, Coded> reader) {
        columns.add(new CodeColumn(origin, rows.header(), reader));
    }

    /**
     * Reads the row that the file stands on; what is wrong with it goes to the conflicts.
     *
     * @return whether it was taken
     */
    public boolean read() {
        if (!rows.isComplete()) {
            return false;
        }
        String[] cellsOfRow = rows.cells();
        long row = rows.line();
        String unexpected = rows.unexpected();
        if (unexpected != null) {
            conflicts.add(
                    ConflictType.UNEXPECTED_TEXT,
                    row,
                    unexpected,
                    cellsOfRow[rows.header().get(unexpected)].strip());
            return false;
        }
        boolean taken = readCodes(cellsOfRow, row);
        taken &= cases || readValue(cellsOfRow, row);
        taken &= readStatus(cellsOfRow, row);
        if (!taken) {
            return false;
        }
        if (cells.contains(ordinal)) {
            if (!cases) {
                conflicts.add(ConflictType.DUPLICATE_CELL, row, null, cell());
            }
            return cases;
        }
        cells.addLong(ordinal);
        return true;
    }

    private boolean readCodes(String[] cellsOfRow, long row) {
        boolean taken = true;
        ordinal = 0;
        for (int i = 0; i < columns.size(); i++) {
            CodeColumn column = columns.get(i);
            Coded coded = column.read(cellsOfRow);
            if (coded.conflict() != null) {
                conflicts.add(coded.conflict(), row, column.header(), column.text(cellsOfRow), coded.suggestion());
                taken = false;
            }
            codes[i] = coded.code();
            ordinal = ordinal * space.size(i) + coded.ordinal();
        }
        return taken;
    }

    private boolean readValue(String[] cellsOfRow, long row) {
        value = valueReader.read(cellsOfRow[valuePlace], rows.isNumber(valuePlace));
        if (valueReader.conflict() != null) {
            conflicts.add(valueReader.conflict(), row, valueHeader, cellsOfRow[valuePlace]);
            return false;
        }
        return estimates.read(value);
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

    /** The value of the row that was read last; nothing in particular when rows are cases. */
    public long value() {
        return value;
    }

    /** What stands beside the value of the row that was read last; not kept, and empty but for estimates. */
    public Map<ObservationAttribute, Long> beside() {
        return estimates.numbers();
    }

    /** The number of the cell of the row that was read last, within {@link #space}. */
    public long ordinal() {
        return ordinal;
    }

    /** Status of a value for which the file states none. */
    public String unstatedStatus() {
        return unstatedStatus;
    }

    public CellSpace space() {
        return space;
    }

    /** The numbers of all cells that were taken. */
    public Roaring64Bitmap cells() {
        return cells;
    }
}
