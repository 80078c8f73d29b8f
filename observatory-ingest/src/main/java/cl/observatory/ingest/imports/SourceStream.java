package cl.observatory.ingest.imports;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.input.TeeInputStream;

/** The bytes of a file on their way from the request to its reader: kept, bounded, and unpacked when they are gzip. */
final class SourceStream {

    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    private SourceStream() {}

    /**
     * @param archive gets every byte as it came
     * @throws ProblemException at once when there is no byte, later when there are too many
     */
    static InputStream open(InputStream body, OutputStream archive, ImportsConfig limits) throws IOException {
        PushbackInputStream source = new PushbackInputStream(
                new TeeInputStream(bounded(body, limits.maxSourceSize().asLongValue()), archive), 2);
        byte[] magic = source.readNBytes(2);
        if (magic.length == 0) {
            throw new ProblemException(IngestProblem.EMPTY_BODY);
        }
        source.unread(magic);
        boolean gzip = magic.length == 2 && ((magic[0] & 0xff) << 8 | (magic[1] & 0xff)) == GZIP_MAGIC;
        return gzip
                ? bounded(
                        new GZIPInputStream(source, BUFFER),
                        limits.maxExpandedSize().asLongValue())
                : source;
    }

    private static InputStream bounded(InputStream stream, long limit) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(stream)
                .setMaxCount(limit)
                .setOnMaxCount((max, count) -> {
                    throw new ProblemException(IngestProblem.FILE_TOO_LARGE, max);
                })
                .get();
    }
}
