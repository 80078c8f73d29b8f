package cl.observatory.events;

/** The Kafka topics. Records of one key keep their order; the key is the event's subject. */
public final class Topics {

    /** Territories, classifications, data sets, indicators, sources, annotations, boundaries. */
    public static final String REFERENCE = "observatory.reference.v1";

    /** Observation batches and releases, keyed by data set. */
    public static final String RELEASES = "observatory.releases.v1";

    /** What communities told, in closed months of noised bands, keyed by category. */
    public static final String COMMUNITY = "observatory.community.v1";

    /** What has become visible to readers; the only topic the gateway reads. */
    public static final String PUBLIC = "observatory.public.v1";

    /** Behind the name of a topic: what of it could not be applied. */
    public static final String DEAD_LETTER = ".dead-letter";

    private Topics() {}
}
