package cl.observatory.ingest;

import cl.observatory.problem.ProblemType;

/** Every problem of its own that this service answers with. */
public enum IngestProblem implements ProblemType {
    EMPTY_BODY(400),
    BODY_INCOMPLETE(400),
    DEFINITION_INVALID(400),
    DIGEST_DIFFERS(400),
    FETCH_ADDRESS_INVALID(400),
    SAME_PRINCIPAL(403),
    DATASET_NOT_ALLOWED(403),
    TERRITORY_NOT_ALLOWED(403),
    FETCH_OFF(403),
    FETCH_HOST_NOT_ALLOWED(403),
    FETCH_ADDRESS_PRIVATE(403),
    UNKNOWN_DATASET(404),
    UNKNOWN_PROFILE(404),
    UNKNOWN_IMPORT(404),
    UNKNOWN_INDICATOR(404),
    UNKNOWN_ALIAS_TABLE(404),
    UNKNOWN_SOURCE(404),
    DATASET_DIFFERS(409),
    IDEMPOTENCY_KEY_REUSED(409),
    IMPORT_ALREADY_DECIDED(409),
    CHECKS_FAILED(409),
    VERSION_STALE(412),
    FILE_TOO_LARGE(413),
    EXPANDS_TOO_MUCH(413),
    FILE_UNREADABLE(422),
    FILE_REFUSED(422),
    CONTROL_TOTAL_DIFFERS(422),
    VERSION_REQUIRED(428),
    TOO_MANY_IMPORTS(429),
    FETCH_UNREACHABLE(502),
    FETCH_STATUS(502),
    FETCH_REDIRECTED_TOO_OFTEN(502),
    FETCH_WITHOUT_END(502),
    FETCH_INCOMPLETE(502),
    FETCH_TIMED_OUT(504);

    private final int status;

    IngestProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
