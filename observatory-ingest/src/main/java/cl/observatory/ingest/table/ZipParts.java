package cl.observatory.ingest.table;

import cl.observatory.ingest.conflict.ConflictType;
import cl.observatory.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The parts of a zip container, by their names. Whatever is wrong with the container is damage; what comes out of it is
 * counted, and compared with its checksum.
 */
final class ZipParts implements AutoCloseable {

    /** Directories of real workbooks have some kilobytes. */
    private static final int MAX_DIRECTORY = 4 << 20;

    private final SpooledFile file;
    private final Expansion expansion;
    private final ZipFile zip;

    /**
     * @param file is closed with the parts
     */
    ZipParts(SpooledFile file, Expansion expansion) throws IOException {
        this.file = file;
        this.expansion = expansion;
        RationedChannel channel = new RationedChannel(file.channel(), MAX_DIRECTORY);
        try {
            zip = ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | IllegalArgumentException damaged) {
            throw damaged(damaged);
        }
        channel.release();
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /**
     * @throws UnreadableFileException when there is no such part, or more than one, or it is packed in an unusual way
     */
    InputStream open(String name) {
        Iterator<ZipArchiveEntry> entries = zip.getEntries(name).iterator();
        if (!entries.hasNext()) {
            throw damaged(null);
        }
        ZipArchiveEntry entry = entries.next();
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new UnreadableFileException(ConflictType.ENCRYPTED_FILE, 0, null);
        }
        if (entries.hasNext() || (entry.getMethod() != ZipEntry.DEFLATED && entry.getMethod() != ZipEntry.STORED)) {
            throw damaged(null);
        }
        try {
            return new Part(zip.getInputStream(entry), entry.getCrc(), expansion);
        } catch (IOException | IllegalArgumentException damaged) {
            throw damaged(damaged);
        }
    }

    static UnreadableFileException damaged(Throwable cause) {
        return new UnreadableFileException(ConflictType.DAMAGED_WORKBOOK, 0, cause);
    }

    @Override
    public void close() throws IOException {
        try (file) {
            zip.close();
        }
    }

    /** The bytes of a part. */
    private static final class Part extends FilterInputStream {

        private final CheckedInputStream checked;
        private final long checksum;
        private final Expansion expansion;

        Part(InputStream unpacked, long checksum, Expansion expansion) {
            super(new CheckedInputStream(unpacked, new CRC32()));
            this.checked = (CheckedInputStream) in;
            this.checksum = checksum;
            this.expansion = expansion;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count;
            try {
                count = super.read(buffer, offset, length);
            } catch (ProblemException | UnreadableFileException told) {
                throw told;
            } catch (IOException | IllegalArgumentException damaged) {
                throw damaged(damaged);
            }
            if (count > 0) {
                expansion.add(count);
            } else if (count < 0 && checked.getChecksum().getValue() != checksum) {
                throw damaged(null);
            }
            return count;
        }
    }
}
