package cl.observatory.problem;

/** Problems that any service can answer with. */
public enum CommonProblem implements ProblemType {
    INVALID_REQUEST(400),
    MALFORMED_BODY(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    BODY_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    INTERNAL_ERROR(500),
    UNAVAILABLE(503);

    private final int status;

    CommonProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    /** The problem that stands for a status which no use case chose. */
    static CommonProblem ofStatus(int status) {
        for (CommonProblem problem : values()) {
            if (problem.status == status && problem != MALFORMED_BODY) {
                return problem;
            }
        }
        return status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
    }
}
