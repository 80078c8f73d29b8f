package cl.observatory.query.cube;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/**
 * Sums that PostgreSQL makes on a connection of its own, from when this begins, and that go as they come, in its binary
 * form, into the table of cells on another one. It sees what is committed.
 */
final class SumsOut implements AutoCloseable {

    private static final String OUT = """
            copy (select made.*, {key}::integer from ({sums}) made order by 1, 2) to stdout (format binary)
            """;

    private static final String IN = """
            copy cell (series_id, period, value, cells, periods, status, from_release) from stdin (format binary)
            """;

    private final Handle own;
    private final CopyOut out;
    private final byte[] buffer = new byte[1 << 16];
    private int length;

    private SumsOut(Handle own, String sql) throws SQLException {
        this.own = own;
        this.out = copies(own).copyOut(sql);
    }

    /**
     * Begins.
     *
     * @param sums a query of {@code id, period, value, cells, periods, status}, with the parameters {@code dataset} and
     *     {@code key}
     */
    static SumsOut begin(Jdbi jdbi, String sums, String datasetId, int key) throws SQLException {
        Handle own = jdbi.open();
        try {
            own.begin();
            own.execute("set local enable_nestloop = off");
            own.execute("set local work_mem = '128MB'");
            String literal =
                    "'" + own.getConnection().unwrap(PGConnection.class).escapeLiteral(datasetId) + "'";
            // COPY takes no parameters
            return new SumsOut(
                    own,
                    OUT.replace("{sums}", sums)
                            .replace("{key}", Integer.toString(key))
                            .replace(":dataset", literal)
                            .replace(":key", Integer.toString(key)));
        } catch (SQLException | RuntimeException failed) {
            own.rollback();
            own.close();
            throw failed;
        }
    }

    private static CopyManager copies(Handle handle) throws SQLException {
        return handle.getConnection().unwrap(PGConnection.class).getCopyAPI();
    }

    /** Waits for the sums, and adds them to the cells in the transaction of a handle. */
    void drainTo(Handle handle) throws SQLException {
        CopyIn in = copies(handle).copyIn(IN);
        try {
            for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
                if (row.length > buffer.length - length) {
                    flushTo(in);
                }
                System.arraycopy(row, 0, buffer, length, row.length);
                length += row.length;
            }
            flushTo(in);
            in.endCopy();
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
    }

    private void flushTo(CopyIn in) throws SQLException {
        in.writeToCopy(buffer, 0, length);
        length = 0;
    }

    /** Gives up what was not drained. */
    @Override
    public void close() throws SQLException {
        try (own) {
            if (out.isActive()) {
                out.cancelCopy();
            }
            own.rollback();
        }
    }
}
