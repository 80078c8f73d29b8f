package cl.observatory.query.alert;

import cl.observatory.events.Labels;
import cl.observatory.query.answer.Words;

/** What weakens an alert. New ones may appear. */
public enum Caveat {
    /** The value may be revised. */
    PROVISIONAL,
    /** The figures were generated and describe nobody. */
    SYNTHETIC,
    /** The indicator only stands in for what its name says. */
    PROXY,
    /** The reference lies on both sides of a break. */
    BREAK_CROSSED,
    /** A year or more of the reference is missing, or lies before a break. */
    SHORT_REFERENCE,
    /** It is made of so little that chance moves it much. */
    MADE_OF_LITTLE,
    /** Nobody published what tells how far the estimate can be used. */
    RELIABILITY_UNKNOWN;

    static Labels labels(String code) {
        return Words.of("caveat." + code);
    }
}
