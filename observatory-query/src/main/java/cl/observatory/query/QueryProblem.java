package cl.observatory.query;

import cl.observatory.problem.ProblemType;

/** Every problem of its own that this service answers with. */
public enum QueryProblem implements ProblemType {
    INVALID_QUESTION(400),
    UNKNOWN_DATASET(404),
    UNKNOWN_INDICATOR(404),
    UNKNOWN_CLASSIFICATION(404),
    UNKNOWN_TERRITORY(404),
    UNKNOWN_SOURCE(404),
    UNKNOWN_RELEASE(404),
    UNKNOWN_ALERT_RULE(404),
    UNKNOWN_ALERT(404),
    RELEASE_REMOVED(410),
    UNKNOWN_CITATION(404),
    CITATION_ERASED(410),
    CITATION_HIDDEN(410),
    TOO_MANY_CITATIONS(429),
    ALERT_REMOVED(410),
    REBUILDING(503);

    private final int status;

    QueryProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
