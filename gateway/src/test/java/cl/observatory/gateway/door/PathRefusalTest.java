package cl.observatory.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.gateway.support.GatewayStack;
import cl.observatory.gateway.support.RawClient;
import cl.observatory.gateway.support.RawClient.Answer;
import cl.observatory.gateway.support.StandIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over raw sockets, so that no client tidies the target before it is sent. */
@QuarkusTest
@WithTestResource(GatewayStack.class)
class PathRefusalTest {

    private static StandIn query;

    @BeforeAll
    static void start() {
        query = StandIn.of("query");
    }

    @AfterAll
    static void stop() {
        query.close();
    }

    @BeforeEach
    void forget() {
        query.clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1//echo",
                "//v1/echo",
                "/v1/echo/",
                "/v1/./echo",
                "/v1/x/../echo",
                "/v1/items/..",
                "/../v1/echo",
                "/v1/%65cho",
                "/v1/items/a%2fb",
                "/v1/items/a%2Fb",
                "/v1/items/%2e%2e",
                "/v1/items/%2e%2e%2fq",
                "/v1/items/%252e%252e",
                "/v1/items/a%5cb",
                "/v1/items/a%00b",
                "/v1/items/%",
                "/v1/items/%c0%ae%c0%ae",
                "/v1/items/%u002e",
                "/v1/echo;x=1",
                "/v1;/echo",
                "/v1/items/;",
                "/v1\\echo",
                "/\\v1/echo",
                "/v1/items/a\\..\\b",
                "/v1/items/\u00e1",
                "/v1/items/a\u0085b",
                "/v1/items/a\"b",
                "/v1/items/a'b",
                "/v1/items/<a>",
                "/v1/items/a|b",
                "/v1/items/{a}",
                "/v1/items/[a]",
                "/v1/items/a^b",
                "/v1/items/a`b",
                "/v1/items/a#b",
                "/v1/items/a=b",
                "/v1/items/a&b",
                "/v1/items/(a)",
                "/v1/items/a!",
                "/v1/items/$a",
                "/q",
                "/q/",
                "/q/health",
                "/q/metrics",
                "/q/openapi",
                "/q/dev-ui",
                "/q;/health",
                "/%71/health",
                "/./q/health",
                "/v1/../q/health",
                "http://localhost/v1/echo",
                "http://evil.example/v1/echo",
                "https:/v1/echo",
                "v1/echo",
                "*",
                "?limit=1",
                "/v1/echo?limit=%",
                "/v1/echo?limit=%0",
                "/v1/echo?limit=%zz",
                "/v1/echo?limit=%00",
                "/v1/echo?limit=%0d%0a",
                "/v1/echo?limit=1;asOf=2",
                "/v1/echo?limit=<1>",
                "/v1/echo?limit=\u00e1"
            })
    void oddTargetGetsAProblemAndReachesNoService(String target) throws IOException {
        try (RawClient client = new RawClient()) {
            Answer answer = client.ask("GET " + target + " HTTP/1.1");

            assertEquals(400, answer.status(), answer.body());
            assertTrue(answer.body().contains("\"code\":\"INVALID_REQUEST_TARGET\""), answer.body());
            assertEquals("application/problem+json", answer.header("Content-Type"));
            assertNotNull(answer.header("X-Request-Id"));
            // The connection is still in step.
            assertEquals(200, client.ask("GET /v1/echo HTTP/1.1").status());
        }
        assertEquals("GET /v1/echo", query.only().line());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/echo\u0000", "/v1/ echo", "/v1/echo\u000bx", "/v1/echo HTTP/1.1 x"})
    void targetThatIsNoHttpEndsTheConnection(String target) throws IOException {
        try (RawClient client = new RawClient()) {
            String answer = client.send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .rest();

            assertFalse(answer.startsWith("HTTP/1.1 2"), answer);
        }
        assertEquals(List.of(), query.seen());
    }

    @Test
    void longTargetsAreRefused() throws IOException {
        try (RawClient client = new RawClient()) {
            Answer path = client.ask("GET /v1/items/" + "a".repeat(2_048) + " HTTP/1.1");
            assertEquals(414, path.status());
            Answer whole = client.ask("GET /v1/echo?asOf=" + "a".repeat(8_192) + " HTTP/1.1");
            assertEquals(414, whole.status());
            assertTrue(whole.body().contains("TARGET_TOO_LONG"), whole.body());
            assertEquals(
                    200,
                    client.ask("GET /v1/echo?asOf=" + "a".repeat(8_000) + " HTTP/1.1")
                            .status());
        }
        try (RawClient client = new RawClient()) {
            String beyond = client.send(
                            "GET /v1/echo?asOf=" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .rest();
            assertTrue(beyond.matches("HTTP/1.[01] 414 (?s:.*)"), beyond);
        }
    }

    @Test
    void plainPathsArriveUnchanged() throws IOException {
        String target = "/v1/data/dataflow/CL.OBS/homicides/1.0/A.13101+13102..M,*";
        try (RawClient client = new RawClient()) {
            assertEquals(200, client.ask("GET " + target + " HTTP/1.1").status());
            assertEquals(
                    200,
                    client.ask("GET /v1/echo?territory=13101&territory=a%20%2f&asOf=%C3%B1 HTTP/1.1")
                            .status());
        }
        assertEquals("GET " + target, query.seen().getFirst().line());
        assertEquals(
                "GET /v1/echo?territory=13101&territory=a%20%2f&asOf=%C3%B1",
                query.seen().getLast().line());
    }
}
