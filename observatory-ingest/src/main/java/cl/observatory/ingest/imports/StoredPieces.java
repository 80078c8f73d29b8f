package cl.observatory.ingest.imports;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;

/**
 * A file of an import in the store: one Zstandard stream cut into pieces of a megabyte, written in the transaction of the
 * given connection. Memory is bounded by one piece.
 */
final class StoredPieces extends OutputStream {

    /** What an import keeps files in. */
    enum Kind {
        /** The file as it came. */
        SOURCE("import_source"),
        /** Its rows that were not taken. */
        REJECTED("import_rejected");

        private final String table;

        Kind(String table) {
            this.table = table;
        }
    }

    private static final int LEVEL = 1;

    private final Store store;
    private final UUID importId;
    private final String insert;
    private final byte[] piece = new byte[1 << 20];
    private int length;
    private int sequence;

    /** Has the connection that pieces are written on, at the time when one is. */
    interface Store {
        Connection connection() throws SQLException;
    }

    private StoredPieces(Store store, UUID importId, Kind kind) {
        this.store = store;
        this.importId = importId;
        this.insert = "insert into " + kind.table + " (import_id, sequence, data) values (?, ?, ?)";
    }

    /** A stream whose bytes are kept; closing it keeps the last of them. Nothing is kept of an empty one. */
    static OutputStream write(Store store, UUID importId, Kind kind) throws IOException {
        return new ZstdOutputStream(new StoredPieces(store, importId, kind), LEVEL);
    }

    /** Hands out a stored file; nothing when there is none. */
    static void read(Connection connection, UUID importId, Kind kind, OutputStream target)
            throws IOException, SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select data from " + kind.table + " where import_id = ? and sequence = ?")) {
            Pieces pieces = new Pieces(select, importId);
            if (pieces.load()) {
                try (InputStream file = new ZstdInputStream(pieces)) {
                    file.transferTo(target);
                }
            }
        }
    }

    private static final class Pieces extends InputStream {

        private final PreparedStatement select;
        private final UUID importId;
        private int sequence;
        private byte[] piece = {};
        private int read;

        Pieces(PreparedStatement select, UUID importId) {
            this.select = select;
            this.importId = importId;
        }

        /** Goes on to the next piece; false when there is none. */
        boolean load() {
            try {
                select.setObject(1, importId);
                select.setInt(2, sequence++);
                try (ResultSet row = select.executeQuery()) {
                    piece = row.next() ? row.getBytes(1) : new byte[0];
                    read = 0;
                    return piece.length > 0;
                }
            } catch (SQLException failed) {
                throw new IllegalStateException("a stored file cannot be read", failed);
            }
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int count) {
            if (read == piece.length && !load()) {
                return -1;
            }
            int given = Math.min(count, piece.length - read);
            System.arraycopy(piece, read, buffer, offset, given);
            read += given;
            return given;
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int count) throws IOException {
        int done = 0;
        while (done < count) {
            int taken = Math.min(count - done, piece.length - length);
            System.arraycopy(buffer, offset + done, piece, length, taken);
            length += taken;
            done += taken;
            if (length == piece.length) {
                store();
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (length > 0) {
            store();
        }
    }

    private void store() {
        try (PreparedStatement statement = store.connection().prepareStatement(insert)) {
            statement.setObject(1, importId);
            statement.setInt(2, sequence++);
            statement.setBytes(3, Arrays.copyOf(piece, length));
            statement.executeUpdate();
            length = 0;
        } catch (SQLException failed) {
            // not an IOException: it is not the body that failed
            throw new IllegalStateException("a file cannot be kept", failed);
        }
    }
}
