package cl.observatory.reports;

import cl.observatory.problem.ProblemType;

/** Every problem of its own that this service answers with. */
public enum ReportsProblem implements ProblemType {
    UNKNOWN_REPORT(404);

    private final int status;

    ReportsProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
