package cl.observatory.gateway.me;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cl.observatory.gateway.support.GatewayStack;
import cl.observatory.gateway.support.Keys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayStack.class)
class MeTest {

    private static final String UUID_FORM = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}";

    @Test
    void callerWithoutAKeyIsToldToBeAnonymous() {
        given().get("/v1/me")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("anonymous", is(true))
                .body("principal", is("anonymous"))
                .body("keyId", nullValue())
                .body("scopes", contains("data:read"));
    }

    @Test
    void holderOfAKeyIsToldWhatItIsGoodFor() {
        given().header("X-API-Key", Keys.APPROVER)
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("anonymous", is(false))
                .body("principal", is("approver"))
                .body("keyId", is("0000appr"))
                .body("scopes", contains("data:approve", "data:read"))
                .body("bindings.organization", is("ministry"))
                .body("bindings.territories", contains("05101", "13"))
                .body("bindings.datasets", contains("local-cases"));
    }

    @Test
    void answerBearsWhatEveryAnswerOfTheGatewayBears() {
        given().header("X-Request-Id", "chosen-by-the-caller")
                .get("/v1/me")
                .then()
                .header("X-Request-Id", matchesPattern(UUID_FORM))
                .header("X-Request-Id", not("chosen-by-the-caller"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("Cache-Control", "no-store");
    }

    @Test
    void doorRefusesBeforeAResourceIsAsked() {
        given().header("X-API-Key", "nonsense").get("/v1/me").then().statusCode(401);
        given().get("/v1/me?unknown=1").then().statusCode(400).body("code", is("UNKNOWN_PARAMETER"));
        given().delete("/v1/me").then().statusCode(405).body("code", is("ROUTE_METHOD_NOT_ALLOWED"));
        given().head("/v1/me").then().statusCode(200);
    }
}
