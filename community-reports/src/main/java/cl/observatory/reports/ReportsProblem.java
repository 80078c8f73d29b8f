package cl.observatory.reports;

import cl.observatory.problem.ProblemType;

/** Every problem of its own that this service answers with. */
public enum ReportsProblem implements ProblemType {
    BODY_NOT_PADDED(400),
    INVALID_DECISION(400),
    INVALID_HOLD(400),
    INVALID_QUEUE(400),
    PROOF_OF_WORK_INVALID(400),
    RECEIPT_MISTYPED(400),
    REPORT_INVALID(400),
    COMMUNE_NOT_ALLOWED(403),
    RELAY_WITHOUT_ORGANIZATION(403),
    SECOND_PERSON_NEEDED(403),
    UNKNOWN_NOTICE(404),
    UNKNOWN_REPORT(404),
    ANOTHER_HOLD_PROPOSED(409),
    NOT_TO_BE_MERGED(409),
    NO_ROOM_FOR_MORE(409),
    PROOF_OF_WORK_SPENT(409),
    RECEIPT_NOT_TO_BE_CHANGED(409),
    RECEIPT_TO_BE_CHANGED(409),
    REPORT_CLOSED(409),
    STATE_NOT_ALLOWED(409),
    TOO_MANY_ADDITIONS(409),
    REPORT_ERASED(410),
    REPORT_CHANGED(412),
    REPORT_VERSION_MISSING(428),
    TOO_MANY_OPENINGS(429);

    private final int status;

    ReportsProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
