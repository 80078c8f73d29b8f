package cl.observatory.query;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever does not come through the gateway is not answered. */
@QuarkusTest
@WithTestResource(Servers.class)
class IdentityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/territories",
                "/v1/territories/13127",
                "/v1/classifications/CEAD-2024/codes",
                "/v1/datasets",
                "/v1/datasets/x",
                "/v1/datasets/x/releases",
                "/v1/datasets/x/observations",
                "/v1/indicators",
                "/v1/indicators/X",
                "/v1/indicators/X/series",
                "/v1/indicators/X/ranking"
            })
    void nothingIsAnsweredWithoutAToken(String path) {
        RestAssured.given()
                .get(path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("code", equalTo("UNAUTHENTICATED"))
                .body("requestId", notNullValue());
    }

    @Test
    void tokenForAnotherServiceIsNoIdentityHere() {
        answerTo(Caller.token("observatory-ingest", "steward", "data:read"))
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void tokenThatSomebodyElseSignedIsNoIdentity() {
        String token = Caller.token("observatory-query", "anonymous", "data:read");
        String signature = token.substring(token.lastIndexOf('.') + 1);
        String forged = token.substring(0, token.lastIndexOf('.') + 1) + new StringBuilder(signature).reverse();

        answerTo(forged).statusCode(401);
        answerTo("x").statusCode(401);
    }

    @Test
    void tokenWithoutTheScopeIsRefused() {
        answerTo(Caller.token("observatory-query", "steward", "data:write"))
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void tokenWithTheScopeIsAnswered() {
        answerTo(Caller.token("observatory-query", "anonymous", "data:read")).statusCode(200);
    }

    private static ValidatableResponse answerTo(String token) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .get("/v1/datasets")
                .then();
    }
}
