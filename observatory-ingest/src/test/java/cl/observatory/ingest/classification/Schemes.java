package cl.observatory.ingest.classification;

/** The classifications of the service, for tests of plain classes. */
public final class Schemes {

    public static final Classifications CLASSIFICATIONS = new Classifications();

    private Schemes() {}
}
