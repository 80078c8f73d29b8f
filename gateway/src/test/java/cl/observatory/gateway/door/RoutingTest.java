package cl.observatory.gateway.door;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cl.observatory.gateway.support.GatewayStack;
import cl.observatory.gateway.support.StandIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayStack.class)
class RoutingTest {

    private static StandIn query;
    private static StandIn ingest;

    @BeforeAll
    static void start() {
        query = StandIn.of("query");
        ingest = StandIn.of("ingest");
    }

    @AfterAll
    static void stop() {
        query.close();
        ingest.close();
    }

    @BeforeEach
    void forget() {
        query.clear();
        ingest.clear();
    }

    @Test
    void methodsOfOnePathGoToTheirOwners() {
        given().get("/v1/items/1").then().statusCode(200).body(equalTo("seen /v1/items/1"));
        given().delete("/v1/items/2").then().statusCode(200);

        assertEquals("GET /v1/items/1", query.only().line());
        assertEquals("DELETE /v1/items/2", ingest.only().line());
    }

    @Test
    void unknownPathIsAProblemInTheLanguageOfTheCaller() {
        given().get("/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Content-Language", "es")
                .header("Cache-Control", "no-store")
                .body("code", is("ROUTE_NOT_FOUND"))
                .body("type", is("/v1/problems#ROUTE_NOT_FOUND"))
                .body("status", is(404))
                .body("instance", is("/v1/nothing"))
                .body("title", is("Ruta desconocida"))
                .body("requestId", matchesPattern("[0-9a-f-]{36}"));
        given().header("Accept-Language", "en").get("/").then().statusCode(404).body("title", is("Unknown path"));
    }

    @Test
    void pathWithoutTheMethodSaysWhichItHas() {
        given().patch("/v1/items/1")
                .then()
                .statusCode(405)
                .header("Allow", "DELETE, GET, HEAD, OPTIONS, PUT")
                .body("code", is("ROUTE_METHOD_NOT_ALLOWED"));
        given().request("BREW", "/v1/items/1").then().statusCode(405);
        given().options("/v1/notes").then().statusCode(204).header("Allow", "OPTIONS, POST");
        given().options("/v1/nothing").then().statusCode(404);
    }

    @Test
    void headIsProxiedAsHead() {
        given().head("/v1/echo")
                .then()
                .statusCode(200)
                .header("Content-Length", "13")
                .body(emptyString());

        assertEquals("HEAD /v1/echo", query.only().line());
    }

    @Test
    void unknownParameterIsNamedWithTheNearestAndNothingIsAsked() {
        given().header("Accept-Language", "en")
                .get("/v1/echo?limt=1")
                .then()
                .statusCode(400)
                .body("code", is("UNKNOWN_PARAMETER"))
                .body("errors[0].parameter", is("limt"))
                .body("errors[0].hint", is("Did you mean 'limit'?"));
        given().get("/v1/echo?limit=1&limit=2").then().statusCode(400).body("code", is("REPEATED_PARAMETER"));

        assertEquals(0, query.seen().size());
    }

    @Test
    void requestIdIsMadeHereAndTheSameForCallerAndService() {
        String first = given().header("X-Request-Id", "chosen-by-caller")
                .get("/v1/echo")
                .then()
                .header("X-Request-Id", not("chosen-by-caller"))
                .extract()
                .header("X-Request-Id");

        assertEquals(first, query.only().header("X-Request-Id"));
        assertNotEquals(first, given().get("/v1/echo").then().extract().header("X-Request-Id"));
    }

    @Test
    void quarkusServesNothingByItself() {
        for (String path : new String[] {"/webjars/swagger-ui/index.html", "/index.html", "/v1/docs/index.css"}) {
            given().get(path).then().statusCode(404).body("code", is("ROUTE_NOT_FOUND"));
        }
    }
}
