package cl.observatory.reports;

import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;

/** Answers that say no. */
public final class Problems {

    private Problems() {}

    /** A request of this service has no id by which somebody could find it. */
    public static ValidatableResponse isProblem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .header("X-Request-Id", nullValue())
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("type", equalTo("/v1/problems#" + code))
                .body("title", not(emptyOrNullString()))
                .body("detail", not(emptyOrNullString()))
                .body("requestId", nullValue());
    }
}
