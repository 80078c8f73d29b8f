package cl.observatory.ingest.table;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Counts what comes out of a packed file, over all its parts together, and stops it when that is too much. */
final class Expansion {

    /** Below this, how many times larger something became tells nothing. */
    private static final long SMALL = 1 << 20;

    private final LongSupplier sent;
    private final long maxSize;
    private final int maxTimes;
    private long size;

    /**
     * @param sent how many bytes have arrived so far
     */
    Expansion(LongSupplier sent, FilesConfig limits) {
        this.sent = sent;
        this.maxSize = limits.maxExpandedSize().asLongValue();
        this.maxTimes = limits.maxExpansion();
    }

    /**
     * @throws ProblemException when that was too much
     */
    void add(long bytes) {
        size += bytes;
        if (size > maxSize) {
            throw new ProblemException(IngestProblem.FILE_TOO_LARGE, maxSize);
        }
        if (size > SMALL && size / maxTimes > sent.getAsLong()) {
            throw new ProblemException(IngestProblem.EXPANDS_TOO_MUCH, maxTimes);
        }
    }

    /** The same bytes, counted as they come out. */
    InputStream count(InputStream unpacked) {
        return new FilterInputStream(unpacked) {
            @Override
            public int read() throws IOException {
                int next = in.read();
                if (next >= 0) {
                    add(1);
                }
                return next;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = in.read(buffer, offset, length);
                if (count > 0) {
                    add(count);
                }
                return count;
            }

            @Override
            public long skip(long bytes) throws IOException {
                long skipped = in.skip(bytes);
                add(skipped);
                return skipped;
            }

            @Override
            public boolean markSupported() {
                return false;
            }
        };
    }
}
