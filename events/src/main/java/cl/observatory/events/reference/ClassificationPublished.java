package cl.observatory.events.reference;

import cl.observatory.events.Labels;
import java.time.LocalDate;
import java.util.List;

/**
 * A classification as a whole: its tree of codes and how they correspond to another scheme.
 *
 * @param scheme for example {@code CEAD-2024}
 * @param version SHA-256 of the reference files
 */
public record ClassificationPublished(
        String scheme,
        String version,
        Labels labels,
        List<Code> codes,
        List<Correspondence> correspondences,
        List<Bundle> bundles) {

    public static final String TYPE = "cl.observatory.classification.published.v1";

    /**
     * @param parent absent at the top
     * @param level the scheme's own name of the level, for example {@code family}
     */
    public record Code(String code, String parent, String level, Labels labels) {}

    /**
     * @param match {@code =} exact, {@code <} narrower, {@code >} broader, {@code ~} partial
     */
    public record Correspondence(
            String code,
            String match,
            String targetScheme,
            String targetCode,
            List<String> tags,
            String note,
            LocalDate verifiedAt) {}

    /**
     * A named set of codes that is reported as one figure.
     *
     * @param proxy whether it only stands in for what its name says
     */
    public record Bundle(String code, Labels labels, List<String> members, boolean proxy, String note) {}
}
