package cl.observatory.ingest.release;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows by {@code COPY} in PostgreSQL's binary form. Until it has ended, nothing else can be done on the connection;
 * PostgreSQL takes in what was flushed meanwhile.
 */
final class CopyRows {

    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final long POSTGRES_EPOCH = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final int NULL = -1;
    private static final int TEXT_OID = 25;
    private static final int LONGEST_FIXED_ROW = 80;

    private final CopyIn copy;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    /**
     * @param table with its columns, as {@code COPY} takes them
     */
    CopyRows(Connection connection, String table) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin (format binary)");
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Begins a row of so many columns. */
    CopyRows row(int columns) throws SQLException {
        makeRoom(LONGEST_FIXED_ROW);
        buffer.putShort((short) columns);
        return this;
    }

    CopyRows integer(int value) {
        buffer.putInt(Integer.BYTES).putInt(value);
        return this;
    }

    CopyRows smallint(int value) {
        buffer.putInt(Short.BYTES).putShort((short) value);
        return this;
    }

    CopyRows bigint(long value) {
        buffer.putInt(Long.BYTES).putLong(value);
        return this;
    }

    CopyRows missing() {
        buffer.putInt(NULL);
        return this;
    }

    CopyRows date(long epochDay) {
        return integer((int) (epochDay - POSTGRES_EPOCH));
    }

    /** A value of PostgreSQL's type {@code "char"}. */
    CopyRows character(char one) {
        buffer.putInt(1).put((byte) one);
        return this;
    }

    CopyRows text(String text) throws SQLException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        makeRoom(Integer.BYTES + bytes.length);
        buffer.putInt(bytes.length).put(bytes);
        return this;
    }

    /** An array of texts. */
    CopyRows texts(List<String> texts) throws SQLException {
        int head = texts.isEmpty() ? 3 : 5;
        int length = head * Integer.BYTES;
        for (String text : texts) {
            length += Integer.BYTES + text.getBytes(StandardCharsets.UTF_8).length;
        }
        makeRoom(Integer.BYTES + head * Integer.BYTES);
        buffer.putInt(length).putInt(texts.isEmpty() ? 0 : 1).putInt(0).putInt(TEXT_OID);
        if (!texts.isEmpty()) {
            buffer.putInt(texts.size()).putInt(1);
        }
        for (String text : texts) {
            text(text);
        }
        return this;
    }

    /** Hands over what was written, so that PostgreSQL can work on it. */
    void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
        copy.flushCopy();
    }

    /** Ends the copy, and waits until everything has arrived. */
    void end() throws SQLException {
        buffer.putShort((short) -1);
        flush();
        copy.endCopy();
    }

    /** Gives the copy up, so that the connection can be used again. */
    void cancel() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void makeRoom(int bytes) throws SQLException {
        if (buffer.remaining() < bytes) {
            copy.writeToCopy(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
    }
}
