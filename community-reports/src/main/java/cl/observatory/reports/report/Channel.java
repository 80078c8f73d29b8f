package cl.observatory.reports.report;

/** How a report came. */
public enum Channel {
    /** From the reporter herself. */
    WEB,
    /** An organization filed what somebody told it. */
    PARTNER,
    /** An organization filed what was told in a meeting. */
    ASSEMBLY,
    /** An organization wrote down a telephone call. */
    PHONE_TRANSCRIBED
}
