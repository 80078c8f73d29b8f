package cl.observatory.reports.custody;

/** What was sealed stays closed. */
public final class NotOpenedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The date of its key is over. */
        CLOSED,
        /** Its key is not kept here. */
        NO_KEY,
        /** It is not what was sealed for that purpose, row and epoch. */
        BROKEN
    }

    private final Reason reason;

    NotOpenedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
