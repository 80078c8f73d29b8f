package cl.observatory.gateway.door;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.gateway.support.GatewayStack;
import cl.observatory.gateway.support.Keys;
import cl.observatory.gateway.support.Log;
import cl.observatory.gateway.support.RawClient;
import cl.observatory.gateway.support.RawClient.Answer;
import cl.observatory.gateway.support.Seen;
import cl.observatory.gateway.support.StandIn;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Operations that their contract marks as confidential leave nothing behind at the door. */
@QuarkusTest
@WithTestResource(GatewayStack.class)
class ConfidentialRoutesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARK = "canary-of-this-test";

    @Test
    void serviceSeesWhatItNeedsAndNothingOfWhoAsks() throws IOException {
        try (StandIn reports = StandIn.of("reports")) {
            // When
            Answer answer = post(
                    "/v1/reports",
                    "X-API-Key: " + Keys.STEWARD,
                    "Content-Type: Application/JSON; boundary=" + MARK,
                    "Accept-Language: en-GB;q=0.9, arn;q=0.8",
                    "Accept: " + MARK,
                    "Accept-Encoding: gzip",
                    "Idempotency-Key: the-key",
                    "Proof-Of-Work: the-proof",
                    "User-Agent: " + MARK,
                    "Cookie: a=" + MARK,
                    "Referer: http://" + MARK,
                    "Prefer: " + MARK,
                    "X-Request-Id: " + MARK,
                    "X-Forwarded-For: 1.2.3.4");

            // Then
            assertEquals(200, answer.status());
            Seen seen = reports.only();
            assertEquals(
                    Set.of(
                            "accept-language",
                            "authorization",
                            "content-length",
                            "content-type",
                            "host",
                            "idempotency-key",
                            "proof-of-work"),
                    seen.headerNames().stream()
                            .map(name -> name.toLowerCase(Locale.ROOT))
                            .collect(Collectors.toSet()));
            assertEquals("en", seen.header("Accept-Language"));
            assertEquals("application/json", seen.header("Content-Type"));
            assertEquals("the-key", seen.header("Idempotency-Key"));
            assertEquals("the-proof", seen.header("Proof-Of-Work"));
            assertEquals("anonymous", subject(seen));
        }
    }

    @Test
    void keyIsNotLookedAtWhereNoneIsNeeded() throws IOException {
        try (StandIn reports = StandIn.of("reports")) {
            assertEquals(
                    200,
                    post("/v1/reports/status", "X-API-Key: " + Keys.UNKNOWN).status());
            assertEquals("anonymous", subject(reports.only()));
        }
    }

    @Test
    void whoFilesForSomebodyElseIsKnownByTheKey() throws IOException {
        try (StandIn reports = StandIn.of("reports")) {
            assertEquals(
                    200,
                    post("/v1/relayed-reports", "X-API-Key: " + Keys.STEWARD).status());
            assertEquals("steward", subject(reports.only()));
        }
        assertRefused(401, "INVALID_API_KEY", post("/v1/relayed-reports", "X-API-Key: " + Keys.UNKNOWN));
    }

    @Test
    void answerKeepsItsBodyAndTellsNothingToStoreOrToFindItBy() throws IOException {
        try (StandIn reports = StandIn.of("reports")) {
            // Given
            String body = "{}" + " ".repeat(16_382);
            reports.on(
                    "/v1/reports",
                    request -> request.response()
                            .setStatusCode(201)
                            .putHeader("Content-Type", "application/json")
                            .putHeader("Content-Language", "es")
                            .putHeader("Cache-Control", "public, max-age=60")
                            .putHeader("X-Request-Id", MARK)
                            .putHeader("Set-Cookie", "a=" + MARK)
                            .putHeader("RateLimit", MARK)
                            .putHeader("Date", "Sat, 28 Nov 2026 13:14:15 GMT")
                            .putHeader("ETag", "\"" + MARK + "\"")
                            .putHeader("traceparent", MARK)
                            .end(body));

            // When
            Answer answer = post("/v1/reports");

            // Then
            assertEquals(201, answer.status());
            assertEquals(body, answer.body());
            assertEquals("no-store", answer.header("Cache-Control"));
            assertEquals(
                    Set.of(
                            "cache-control",
                            "content-language",
                            "content-length",
                            "content-security-policy",
                            "content-type",
                            // the clock of the gateway, which HTTP wants to be told
                            "date",
                            "referrer-policy",
                            "x-content-type-options"),
                    lower(answer.headers().keySet()));
        }
    }

    @Test
    void everyRefusalHasOneSizeAndNamesNoRequest() throws IOException {
        assertRefused(405, "ROUTE_METHOD_NOT_ALLOWED", ask("GET /v1/reports HTTP/1.1"));
        assertRefused(404, "ROUTE_NOT_FOUND", post("/v1/reports/statsu"));
        assertRefused(400, "INVALID_REQUEST_TARGET", post("/v1/reports/%41"));
        assertRefused(414, "TARGET_TOO_LONG", post("/v1/reports?" + "x".repeat(9_000)));
        assertRefused(400, "UNKNOWN_PARAMETER", post("/v1/reports?receipt=x"));
        assertRefused(505, "HTTP_VERSION_NOT_SUPPORTED", ask("POST /v1/reports HTTP/1.0"));
        assertRefused(503, "BACKEND_UNAVAILABLE", post("/v1/reports"));
        try (RawClient client = new RawClient()) {
            client.begin("POST /v1/reports HTTP/1.1", "Content-Type: application/json", "Content-Length: 5000");
            assertRefused(413, "BODY_TOO_LARGE", client.answer());
        }
        try (StandIn reports = StandIn.of("reports")) {
            reports.on("/v1/reports", request -> request.connection().close());
            assertRefused(502, "BAD_GATEWAY", post("/v1/reports"));
            reports.on("/v1/reports", request -> {});
            assertRefused(504, "BACKEND_TIMEOUT", post("/v1/reports"));
        }
    }

    @Test
    void nothingIsLoggedAndNoSeriesMoves() throws IOException {
        // Given
        List<String> before = series();
        List<String> lines;

        // When
        try (Log log = Log.atItsMostTalkative()) {
            post("/v1/reports", "User-Agent: " + MARK);
            post("/v1/relayed-reports", "X-API-Key: " + Keys.UNKNOWN);
            post("/v1/reports/" + MARK);
            try (StandIn reports = StandIn.of("reports")) {
                post("/v1/reports/status", "Idempotency-Key: " + MARK);
                reports.on("/v1/reports", request -> request.connection().close());
                post("/v1/reports");
            }
            lines = log.lines();
        }

        // Then
        assertEquals(before, series());
        List<String> telling = lines.stream()
                .filter(line -> line.contains(MARK) || line.contains("/v1/") || line.startsWith("cl.observatory"))
                .toList();
        assertEquals(List.of(), telling);
    }

    /** What the test above looks for is there when an ordinary request fails. */
    @Test
    void ordinaryFailureIsLoggedAndMeasured() {
        List<String> before = series();

        try (Log log = Log.atItsMostTalkative()) {
            given().get("/v1/down").then().statusCode(503);

            assertTrue(
                    log.lines().stream().anyMatch(line -> line.contains("/v1/down")),
                    () -> log.lines().toString());
        }
        assertFalse(before.equals(series()));
    }

    @Test
    void whatIsCountedByTheDayIsThereFromTheStart() {
        assertEquals(
                List.of(
                        "gateway_confidential_requests_total{outcome=\"failed\"} 0.0",
                        "gateway_confidential_requests_total{outcome=\"served\"} 0.0"),
                series().stream()
                        .filter(line -> line.startsWith("gateway_confidential"))
                        .toList());
    }

    @Test
    void categoriesAreReadLikeAnyOtherPublicThing() throws IOException {
        try (StandIn reports = StandIn.of("reports")) {
            Answer answer = ask("GET /v1/report-categories HTTP/1.1");

            assertEquals(answer.header("X-Request-Id"), reports.only().header("X-Request-Id"));
            assertNull(answer.header("Cache-Control"));
        }
    }

    @Test
    void moderationIsNotRouted() {
        given().get("/v1/moderation/reports").then().statusCode(404);
        given().post("/v1/moderation").then().statusCode(404);
    }

    private static void assertRefused(int status, String code, Answer answer) throws IOException {
        assertEquals(status, answer.status(), code);
        assertEquals(16_384, answer.body().getBytes(StandardCharsets.UTF_8).length, code);
        assertEquals("no-store", answer.header("Cache-Control"), code);
        assertNull(answer.header("X-Request-Id"), code);
        JsonNode document = JSON.readTree(answer.body());
        assertEquals(code, document.path("code").asText());
        assertFalse(document.has("requestId"), code);
    }

    private static Answer post(String target, String... headers) throws IOException {
        try (RawClient client = new RawClient()) {
            List<String> all = new ArrayList<>(List.of(headers));
            all.add("Content-Length: 2");
            client.begin("POST " + target + " HTTP/1.1", all.toArray(String[]::new));
            return client.send("{}").answer();
        }
    }

    private static Answer ask(String requestLine) throws IOException {
        try (RawClient client = new RawClient()) {
            return client.ask(requestLine);
        }
    }

    /** What the gateway tells of requests; the rest is of the JVM, and moves by itself. */
    private static List<String> series() {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", int.class);
        return given().port(port)
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("gateway_"))
                .sorted()
                .toList();
    }

    private static String subject(Seen seen) throws IOException {
        String[] parts = seen.header("Authorization").split("\\.", -1);
        return JSON.readTree(Base64.getUrlDecoder().decode(parts[1]))
                .path("sub")
                .asText();
    }

    private static Set<String> lower(Set<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(TreeSet::new));
    }
}
