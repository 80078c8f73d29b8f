package cl.observatory.query.citation;

import cl.observatory.events.Labels;
import cl.observatory.query.answer.CitedAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An answer as it was when it was cited.
 *
 * @param id drawn, and so it says nothing of the data; the same question, method and data have one
 * @param question its address, with the periods that it turned out to be about
 * @param method {@link cl.observatory.query.measure.Method#VERSION}
 * @param sha256 of the {@linkplain #data data}
 */
record Citation(UUID id, String question, String method, String sha256, Content content, Instant madeAt) {

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
        return new Citation(UUID.randomUUID(), question, method, CanonicalData.sha256(data(content)), content, madeAt);
    }

    /** {@link CanonicalData}. */
    String data() {
        return data(content);
    }

    private static String data(Content content) {
        return CanonicalData.of(content.columns(), content.values(), content.sources());
    }
}
