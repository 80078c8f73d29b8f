package cl.observatory.query;

/** What became of an event. */
public enum Outcome {
    APPLIED,
    /** It was applied before; nothing was done. */
    DUPLICATE,
    /** Of a type that is none of ours, or of a release that is over; nothing was done. */
    IGNORED,
    /** It can never be applied, and goes to the dead letters. */
    REFUSED
}
