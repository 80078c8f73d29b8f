package cl.observatory.reports.guidance;

/** What the holder of a receipt can do next. */
public enum NextStep {
    WAIT,
    ANSWER,
    NOTHING_MORE,
    CHANGE_RECEIPT
}
