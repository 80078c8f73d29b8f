package cl.observatory.query.evaluation;

/** Why a value could not be judged. The names are told to readers. */
enum NotJudged {
    /** There is none, or it is hidden. */
    NO_VALUE,
    /** It is made of fewer months than the period has. */
    PARTIAL_PERIOD,
    /** Cells are missing in it. */
    INCOMPLETE,
    /** It may be revised, and the rule does not include such values. */
    PROVISIONAL,
    /** An estimate that is not to be used. */
    UNRELIABLE,
    /** A break lies within the period. */
    WITHIN_BREAK,
    /** Small counts that it would be compared with are hidden: what is left says nothing of what is usual. */
    HIDDEN_REFERENCE,
    /** What can be compared with it goes back too little. */
    SHORT_REFERENCE
}
