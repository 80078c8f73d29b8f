package cl.observatory.ingest.release;

/** Why a release no longer holds. */
public enum WithdrawalReason {
    /** Its figures are wrong: the release before holds again, and this one stays readable as what was said. */
    ERROR,
    /** It tells what must not be told: it is removed everywhere, and all later ones with it. */
    DISCLOSURE
}
