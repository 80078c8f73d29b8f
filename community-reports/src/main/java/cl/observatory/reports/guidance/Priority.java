package cl.observatory.reports.guidance;

/** Which reports moderators open first. */
public enum Priority {
    /** Somebody may be in danger. */
    HIGH,
    NORMAL,
    /** Nobody is harmed by waiting. */
    LOW
}
