package cl.observatory.gateway.allowance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.gateway.support.GatewayStack;
import cl.observatory.gateway.support.Keys;
import cl.observatory.gateway.support.StandIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stack lets a key have five exports a minute, and a network without a key three. */
@QuarkusTest
@WithTestResource(GatewayStack.class)
class LimitsTest {

    private static final String SPENT = "RATE_LIMITED";

    private static StandIn query;
    private static StandIn reports;

    @BeforeAll
    static void start() {
        query = StandIn.of("query");
        reports = StandIn.of("reports");
    }

    @AfterAll
    static void stop() {
        query.close();
        reports.close();
    }

    @BeforeEach
    void forget() {
        query.clear();
    }

    @Test
    void answersSayHowMuchIsLeft() {
        given().header("X-API-Key", Keys.APPROVER)
                .get("/v1/echo")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"burst\";q=6000;w=60, \"daily\";q=2000000;w=86400")
                .header("RateLimit", matchesPattern("\"burst\";r=\\d+;t=\\d+, \"daily\";r=\\d+;t=\\d+"));
        given().get("/v1/echo")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"prefix\";q=100000;w=60")
                .header("RateLimit", matchesPattern("\"prefix\";r=\\d+;t=\\d+"));
        given().get("/v1/me").then().statusCode(200).header("RateLimit", notNullValue());
    }

    @Test
    void whatAServiceSaysOfLimitsStaysInside() {
        // Given
        query.on(
                "/v1/echo",
                request -> request.response()
                        .putHeader("RateLimit", "\"theirs\";r=0;t=1")
                        .putHeader("ratelimit-policy", "\"theirs\";q=1;w=1")
                        .putHeader("X-RateLimit-Remaining", "0")
                        .end("ok"));

        // When
        Response answer = given().get("/v1/echo");

        // Then
        assertEquals(1, answer.headers().getValues("RateLimit").size());
        assertTrue(answer.header("RateLimit").startsWith("\"prefix\""), answer.header("RateLimit"));
        assertTrue(answer.header("RateLimit-Policy").startsWith("\"prefix\""));
        assertEquals(null, answer.header("X-RateLimit-Remaining"));
    }

    @Test
    void oneRequestTooManyIsToldWhenToTryAgainInBothLanguages() {
        spend(Keys.STEWARD);

        export(Keys.STEWARD, "es")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", Integer::parseInt, greaterThanOrEqualTo(1))
                .header("RateLimit-Policy", "\"burst\";q=5;w=60, \"daily\";q=1000;w=86400")
                .header("RateLimit", matchesPattern("\"burst\";r=0;t=\\d+, \"daily\";r=\\d+;t=\\d+"))
                .header("Cache-Control", "no-store")
                .body("code", is(SPENT))
                .body("title", is("Demasiadas solicitudes"));
        export(Keys.STEWARD, "en").then().statusCode(429).body("title", is("Too many requests"));
    }

    @Test
    void oneCallerAndOneClassCostNoOther() {
        spend(Keys.STEWARD);

        given().header("X-API-Key", Keys.STEWARD).get("/v1/table").then().statusCode(200);
        export(Keys.APPROVER, "es").then().header("RateLimit", notNullValue());
        given().header("X-API-Key", Keys.STEWARD).get("/v1/echo").then().statusCode(200);
    }

    @Test
    void callersWithoutAKeyShareWhatTheirNetworkHas() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> from("192.0.2.7").get("/v1/table?format=csv").statusCode() == 429);

        // What stands in front of the last address, the caller wrote.
        from("198.51.100.1, 192.0.2.77")
                .header("Accept", "text/csv")
                .get("/v1/table")
                .then()
                .statusCode(429)
                .header("RateLimit-Policy", "\"prefix\";q=3;w=60")
                .body("code", is(SPENT));
        // Keys that are tried at random cost the same network.
        from("192.0.2.8")
                .header("X-API-Key", Keys.UNKNOWN)
                .get("/v1/table?format=csv")
                .then()
                .statusCode(429)
                .body("code", is(SPENT));
        from("192.0.2.7").get("/v1/table").then().statusCode(200);
        from("203.0.113.1").get("/v1/table?format=csv").then().statusCode(200);
    }

    @Test
    void confidentialOperationsKnowNoLimits() {
        given().contentType("application/json")
                .body("{}")
                .post("/v1/reports")
                .then()
                .statusCode(200)
                .header("RateLimit", nullValue())
                .header("RateLimit-Policy", nullValue());
        given().header("X-API-Key", "nonsense")
                .contentType("application/json")
                .body("{}")
                .post("/v1/relayed-reports")
                .then()
                .statusCode(401)
                .header("RateLimit", nullValue());
    }

    @Test
    void keyIsToldWhatItWasUsedFor() {
        given().header("X-API-Key", Keys.APPROVER).get("/v1/echo").then().statusCode(200);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().header("X-API-Key", Keys.APPROVER)
                        .get("/v1/me/usage")
                        .then()
                        .statusCode(200)
                        .body("keyId", is("0000appr"))
                        .body("days.routeClass", hasItem("read"))
                        .body("days.find { it.routeClass == 'read' }.requests", greaterThanOrEqualTo(1)));
        given().get("/v1/me/usage").then().statusCode(200).body("keyId", nullValue());
    }

    /** As the proxy tells it that the stack trusts. */
    private static RequestSpecification from(String forwardedFor) {
        return given().header("X-Forwarded-For", forwardedFor);
    }

    private static void spend(String key) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> export(key, "es").header("RateLimit").startsWith("\"burst\";r=0;")
                        && export(key, "es").statusCode() == 429);
    }

    private static Response export(String key, String language) {
        return given().header("X-API-Key", key)
                .header("Accept-Language", language)
                .get("/v1/table?format=csv");
    }
}
