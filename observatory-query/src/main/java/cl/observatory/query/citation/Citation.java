package cl.observatory.query.citation;

import cl.observatory.events.Labels;
import cl.observatory.query.answer.CitedAnswer;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An answer as it was when it was cited.
 *
 * @param id computed from the question, the method and the data: the same answer is cited by the same id
 * @param question its address, with the periods that it turned out to be about
 * @param method {@link cl.observatory.query.measure.Method#VERSION}
 * @param sha256 of the {@linkplain #data data}
 */
record Citation(UUID id, String question, String method, String sha256, Content content, Instant madeAt) {

    private static final long VERSION_BITS = 0xF000L;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /**
     * What it was about.
     *
     * @param smallCountsBelow by data set: below which counts were hidden then; none where nothing was
     */
    record Content(
            Labels title,
            String unit,
            List<String> columns,
            List<CitedAnswer.Value> values,
            List<CitedSource> sources,
            Map<String, Integer> smallCountsBelow) {}

    static Citation of(String question, String method, Content content, Instant madeAt) {
        String sha256 = CanonicalData.sha256(data(content));
        return new Citation(id(String.join("\n", question, method, sha256)), question, method, sha256, content, madeAt);
    }

    /** {@link CanonicalData}. */
    String data() {
        return data(content);
    }

    private static String data(Content content) {
        return CanonicalData.of(content.columns(), content.values(), content.sources());
    }

    /** A UUID whose bits are a digest (RFC 9562, version 8). */
    private static UUID id(String name) {
        ByteBuffer digest = ByteBuffer.wrap(CanonicalData.digest(name));
        long high = digest.getLong();
        long low = digest.getLong();
        return new UUID((high & ~VERSION_BITS) | VERSION_8, (low & ~VARIANT_BITS) | VARIANT);
    }
}
