package cl.observatory.ingest.imports;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Keeps a source file as it came: one Zstandard stream cut into pieces of a megabyte, in the transaction of the given
 * connection. Memory is bounded by one piece.
 */
final class SourceArchive extends OutputStream {

    private static final String INSERT = "insert into import_source (import_id, sequence, data) values (?, ?, ?)";
    private static final int LEVEL = 1;

    private final MessageDigest sha256;
    private final OutputStream compressed;
    private long bytes;

    SourceArchive(Connection connection, UUID importId) throws IOException {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        compressed = new ZstdOutputStream(new Pieces(connection, importId), LEVEL);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        sha256.update(buffer, offset, length);
        bytes += length;
        compressed.write(buffer, offset, length);
    }

    @Override
    public void close() throws IOException {
        compressed.close();
    }

    /** How many bytes came. */
    long bytes() {
        return bytes;
    }

    /** Of what came, lower-case hexadecimal; ask once, at the end. */
    String sha256() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static final class Pieces extends OutputStream {

        private final Connection connection;
        private final UUID importId;
        private final byte[] piece = new byte[1 << 20];
        private int length;
        private int sequence;

        Pieces(Connection connection, UUID importId) {
            this.connection = connection;
            this.importId = importId;
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
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setObject(1, importId);
                insert.setInt(2, sequence++);
                insert.setBytes(3, Arrays.copyOf(piece, length));
                insert.executeUpdate();
                length = 0;
            } catch (SQLException failed) {
                // not an IOException: it is not the body that failed
                throw new IllegalStateException("the source cannot be kept", failed);
            }
        }
    }
}
