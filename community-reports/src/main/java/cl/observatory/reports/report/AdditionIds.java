package cl.observatory.reports.report;

import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Which additions a report may have. */
@ApplicationScoped
class AdditionIds {

    /** RFC 9562: version 4 in the first half, variant in the second. */
    private static final long VERSION_MASK = 0xF000L;

    private static final long VERSION = 0x4000L;
    private static final long VARIANT_MASK = 0xC000_0000_0000_0000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final ReceiptHashes hashes;
    private final ReportConfig config;

    AdditionIds(ReceiptHashes hashes, ReportConfig config) {
        this.hashes = hashes;
        this.config = config;
    }

    /** An id that cannot be told from a random one without the client's key, and is the same when a request is repeated. */
    UUID of(StoredReport report, IdempotencyKey key, String text) {
        ByteBuffer digest = ByteBuffer.wrap(hashes.digest(report.id(), key.text(), text));
        return new UUID((digest.getLong() & ~VERSION_MASK) | VERSION, (digest.getLong() & ~VARIANT_MASK) | VARIANT);
    }

    /**
     * @throws ProblemException when a report with so many may have no more
     */
    void checkBound(int additions) {
        if (additions >= config.maxAdditions()) {
            throw new ProblemException(ReportsProblem.TOO_MANY_ADDITIONS, Integer.toString(config.maxAdditions()));
        }
    }
}
