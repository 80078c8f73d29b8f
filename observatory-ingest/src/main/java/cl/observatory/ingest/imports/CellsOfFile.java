package cl.observatory.ingest.imports;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationAttribute;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.conflict.ConflictType;
import cl.observatory.ingest.conflict.Conflicts;
import cl.observatory.ingest.profile.ImportProfile;
import cl.observatory.ingest.reading.CaseCounts;
import cl.observatory.ingest.reading.RowReader;
import cl.observatory.ingest.reading.Schemes;
import cl.observatory.ingest.reading.ZeroFilling;
import cl.observatory.ingest.release.ReleaseDraft;
import cl.observatory.problem.ProblemException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.Map;

/** The cells that the rows of a file come to: each row one, or cases counted; and zeros where a publisher has none. */
final class CellsOfFile {

    private final DatasetDefined dataset;
    private final ImportProfile profile;
    private final ImportsConfig limits;
    private final ReleaseDraft draft;
    private final CaseCounts cases;
    private RowReader reader;
    private Schemes schemes;
    private String unstatedStatus;
    private BigInteger sum = BigInteger.ZERO;
    private long partialSum;
    private long filled;
    private boolean whole = true;

    CellsOfFile(DatasetDefined dataset, ImportProfile profile, ImportsConfig limits, ReleaseDraft draft) {
        this.dataset = dataset;
        this.profile = profile;
        this.limits = limits;
        this.draft = draft;
        this.cases = profile.countsCases() ? new CaseCounts(limits.maxCaseCells()) : null;
    }

    /** Before the first row. */
    void begin(RowReader reads, Schemes known) {
        reader = reads;
        schemes = known;
        unstatedStatus = reads.unstatedStatus();
    }

    /** Takes the row that the reader has taken. */
    void add(RowReader row) throws SQLException {
        if (cases == null) {
            write(row.codes(), row.value(), row.beside());
        } else {
            whole &= cases.add(row.ordinal(), row.codes());
        }
    }

    private void write(String[] codes, long value) throws SQLException {
        write(codes, value, Map.of());
    }

    private void write(String[] codes, long value, Map<ObservationAttribute, Long> beside) throws SQLException {
        draft.add(codes, value, beside);
        if (value != ObservationBatch.MISSING) {
            partialSum += value;
            // values have fifteen digits at most: thousands of them fit
            if (Math.abs(partialSum) > 1L << 62) {
                sum = sum.add(BigInteger.valueOf(partialSum));
                partialSum = 0;
            }
        }
    }

    /** Behind the last row: counts cases and fills in zeros; that there are too many cells is a conflict. */
    void finish(Conflicts conflicts) throws SQLException {
        if (cases != null && whole) {
            cases.drainTo(this::write);
        }
        if (profile.zeroFill() != null && whole && !reader.cells().isEmpty()) {
            fill();
        }
        if (!whole) {
            conflicts.add(ConflictType.TOO_MANY_CELLS, 0, null, null);
        }
    }

    private void fill() throws SQLException {
        ZeroFilling zeros = new ZeroFilling(reader.space(), schemes, reader.cells());
        if (zeros.size(profile.zeroFill(), dataset.level()) > limits.maxFilledCells()) {
            whole = false;
        } else {
            filled = zeros.fill(profile.zeroFill(), dataset.level(), unstatedStatus, this::write);
        }
    }

    /** Whether all cells were taken. */
    boolean isWhole() {
        return whole;
    }

    long filled() {
        return filled;
    }

    /**
     * Compares with what the sender says.
     *
     * @throws ProblemException when it differs
     */
    void compare(NewImport.ControlTotals stated, long rows) {
        if (stated.rows() != null && stated.rows() != rows) {
            throw new ProblemException(IngestProblem.CONTROL_TOTAL_DIFFERS, "controlRows", stated.rows(), rows);
        }
        BigDecimal total = new BigDecimal(sum.add(BigInteger.valueOf(partialSum)), dataset.decimals());
        if (stated.sum() != null && stated.sum().compareTo(total) != 0) {
            throw new ProblemException(
                    IngestProblem.CONTROL_TOTAL_DIFFERS,
                    "controlSum",
                    stated.sum().toPlainString(),
                    total.toPlainString());
        }
    }
}
