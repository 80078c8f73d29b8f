package cl.observatory.ingest;

/** What the events of this service have in common. */
public final class IngestEvents {

    /** CloudEvents source. */
    public static final String SOURCE = "/observatory-ingest";

    private IngestEvents() {}
}
