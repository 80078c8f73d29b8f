package cl.observatory.query.measure;

/** How values are computed from what was published, as {@code docs/method.md} describes it. */
public final class Method {

    /** Becomes another one whenever the same releases would be answered with other values than before. */
    public static final String VERSION = "1";

    private Method() {}
}
