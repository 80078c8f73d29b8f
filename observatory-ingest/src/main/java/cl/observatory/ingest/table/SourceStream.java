package cl.observatory.ingest.table;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.apache.commons.io.input.TeeInputStream;

/** The bytes of a file on their way from the request to its reader: kept, bounded, and unpacked when they are gzip. */
public final class SourceStream implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final InputStream source;
    private final InputStream content;
    private final Expansion expansion;

    private SourceStream(InputStream source, InputStream content, Expansion expansion) {
        this.source = source;
        this.content = content;
        this.expansion = expansion;
    }

    /**
     * @param body stays open: closing it would wait for the rest of a file that is refused
     * @param archive gets every byte as it came
     * @throws ProblemException at once when there is no byte, later when there are too many
     */
    public static SourceStream open(InputStream body, OutputStream archive, FilesConfig limits) throws IOException {
        BoundedInputStream bounded =
                bounded(CloseShieldInputStream.wrap(body), limits.maxSize().asLongValue());
        PushbackInputStream source = new PushbackInputStream(new TeeInputStream(bounded, archive), 2);
        byte[] magic = source.readNBytes(2);
        if (magic.length == 0) {
            throw new ProblemException(IngestProblem.EMPTY_BODY);
        }
        source.unread(magic);
        boolean gzip = magic.length == 2 && ((magic[0] & 0xff) << 8 | (magic[1] & 0xff)) == GZIP_MAGIC;
        Expansion expansion = new Expansion(bounded::getCount, limits);
        return new SourceStream(
                source, gzip ? expansion.count(new GZIPInputStream(source, BUFFER)) : source, expansion);
    }

    /** The file, unpacked. */
    public InputStream content() {
        return content;
    }

    /** Bounds whatever comes out of the file, here or in its reader. */
    Expansion expansion() {
        return expansion;
    }

    /**
     * Reads what is left behind the content, so that the archive has the file whole and a body that breaks off there is
     * noticed.
     */
    public void drain() throws IOException {
        source.transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private static BoundedInputStream bounded(InputStream stream, long limit) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(stream)
                // it tells that the bound is reached, which a file of just that size may do
                .setMaxCount(limit + 1)
                .setOnMaxCount((max, count) -> {
                    throw new ProblemException(IngestProblem.FILE_TOO_LARGE, limit);
                })
                .get();
    }
}
