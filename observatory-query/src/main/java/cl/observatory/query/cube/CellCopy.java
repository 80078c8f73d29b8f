package cl.observatory.query.cube;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes cells by {@code COPY} in PostgreSQL's binary form. One cell has six or seven columns: series, period, value,
 * cells, periods, status, and when it is given the first release. What stands beside an estimate has seven: series, period
 * and five numbers.
 */
final class CellCopy implements AutoCloseable {

    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final long POSTGRES_EPOCH = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final int LONGEST_ROW = 128;

    private final CopyIn copy;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    /**
     * @param table with its columns, as {@code COPY} takes them
     */
    CellCopy(Connection connection, String table) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin (format binary)");
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Begins a row of so many columns. */
    CellCopy row(int columns) throws SQLException {
        if (buffer.remaining() < LONGEST_ROW) {
            send();
        }
        buffer.putShort((short) columns);
        return this;
    }

    CellCopy integer(int value) {
        buffer.putInt(Integer.BYTES).putInt(value);
        return this;
    }

    CellCopy smallint(int value) {
        buffer.putInt(Short.BYTES).putShort((short) value);
        return this;
    }

    CellCopy bigint(long value) {
        buffer.putInt(Long.BYTES).putLong(value);
        return this;
    }

    CellCopy missing() {
        buffer.putInt(-1);
        return this;
    }

    CellCopy date(long epochDay) {
        return integer((int) (epochDay - POSTGRES_EPOCH));
    }

    /** Hands over what was written, so that PostgreSQL can work on it. */
    void flush() throws SQLException {
        send();
        copy.flushCopy();
    }

    /** Ends the copy; how many rows there were. */
    long end() throws SQLException {
        buffer.putShort((short) -1);
        send();
        return copy.endCopy();
    }

    /** Gives up a copy that was not ended, so that the connection can be used again. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
