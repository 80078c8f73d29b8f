package cl.observatory.problem;

/** A service's own catalogue. */
enum RefusalProblem implements ProblemType {
    TRY_LATER(429);

    private final int status;

    RefusalProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
