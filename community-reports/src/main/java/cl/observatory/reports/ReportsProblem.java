package cl.observatory.reports;

import cl.observatory.problem.ProblemType;

/** Every problem of its own that this service answers with. */
public enum ReportsProblem implements ProblemType {
    BODY_NOT_PADDED(400),
    PROOF_OF_WORK_INVALID(400),
    RECEIPT_MISTYPED(400),
    REPORT_INVALID(400),
    RELAY_WITHOUT_ORGANIZATION(403),
    COMMUNE_NOT_ALLOWED(403),
    UNKNOWN_NOTICE(404),
    UNKNOWN_REPORT(404),
    PROOF_OF_WORK_SPENT(409),
    RECEIPT_NOT_TO_BE_CHANGED(409),
    RECEIPT_TO_BE_CHANGED(409),
    REPORT_CLOSED(409),
    TOO_MANY_ADDITIONS(409);

    private final int status;

    ReportsProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
