package cl.observatory.reports.receipt;

/** A text is no receipt, which is told without looking for a report. */
public final class MisreadReceiptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the text. */
    public enum Flaw {
        /** A character that stands in no receipt. */
        SYMBOL,
        /** More or fewer than 24 symbols. */
        LENGTH,
        /** The symbols do not belong together: one was misread, or two changed places. */
        CHECK
    }

    private final Flaw flaw;

    MisreadReceiptException(Flaw flaw) {
        super(flaw.name());
        this.flaw = flaw;
    }

    public Flaw flaw() {
        return flaw;
    }
}
