package cl.observatory.gateway.staff;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.gateway.support.GatewayStack;
import cl.observatory.gateway.support.KeyPairs;
import cl.observatory.gateway.support.Keys;
import cl.observatory.gateway.support.RawClient;
import cl.observatory.gateway.support.RawClient.Answer;
import cl.observatory.gateway.support.Seen;
import cl.observatory.gateway.support.StandIn;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.http.ContentType;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayStack.class)
@WithTestResource(OidcServer.class)
class StaffSignInTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void memberOfStaffIsKnownToAServiceByTheGatewaysWord() throws IOException {
        try (StandIn query = StandIn.of("query");
                RawClient client = new RawClient()) {
            // Given
            String token = OidcWiremockTestResource.getAccessToken("ana", Set.of("analyst", "user"));

            // When
            Answer answer = client.ask("GET /v1/echo HTTP/1.1", "authorization: bearer " + token);

            // Then
            assertEquals(200, answer.status());
            Seen seen = query.only();
            assertFalse(seen.header("Authorization").contains(token));
            JsonNode claims = claims(seen);
            assertEquals("observatory-gateway", claims.path("iss").asText());
            assertTrue(claims.path("sub").asText().startsWith("staff:"));
            assertEquals("[\"data:read\",\"data:write\"]", claims.path("groups").toString());
        }
    }

    @Test
    void memberOfStaffIsToldWhatTheSignInIsGoodFor() {
        given().auth()
                .oauth2(OidcWiremockTestResource.getAccessToken("ana", Set.of("analyst")))
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("anonymous", is(false))
                .body("principal", startsWith("staff:"))
                .body("keyId", nullValue())
                .body("scopes", hasItems("data:read", "data:write"));
    }

    @Test
    void tokenThatIsNotGoodIsRefusedInOneWayWhateverTheReason() throws IOException {
        // Given
        List<String> bad = List.of(
                "Bearer",
                "Bearer nonsense",
                "Bearer " + "x".repeat(7_000),
                "Bearer " + unknownKey(),
                "Bearer "
                        + OidcWiremockTestResource.generateJwtToken(
                                "ana", Set.of("analyst"), "1", "Bearer", Set.of("https://another.example")),
                "Bearer "
                        + Jwt.issuer("https://evil.example")
                                .audience(OidcServer.NAME)
                                .subject("1")
                                .expiresIn(60)
                                .jws()
                                .keyId("1")
                                .sign("privateKey.jwk"));

        // When
        Set<String> answers = new TreeSet<>();
        for (String authorization : bad) {
            try (RawClient client = new RawClient()) {
                Answer answer = client.ask("GET /v1/echo HTTP/1.1", "Authorization: " + authorization);
                assertEquals(401, answer.status(), authorization);
                assertEquals(
                        "Bearer realm=\"observatory\", error=\"invalid_token\"", answer.header("WWW-Authenticate"));
                answers.add(((ObjectNode) JSON.readTree(answer.body()))
                        .without("requestId")
                        .toString());
            }
        }

        // Then
        assertEquals(1, answers.size(), answers::toString);
        assertTrue(answers.iterator().next().contains("INVALID_STAFF_TOKEN"), answers::toString);
    }

    @Test
    void keyAndTokenTogetherAreRefused() {
        given().header("X-API-Key", Keys.STEWARD)
                .auth()
                .oauth2(OidcWiremockTestResource.getAccessToken("ana", Set.of("analyst")))
                .get("/v1/me")
                .then()
                .statusCode(400)
                .body("code", is("TWO_CREDENTIALS"));
    }

    @Test
    void twoTokensAreRefused() throws IOException {
        String good = OidcWiremockTestResource.getAccessToken("ana", Set.of("analyst"));
        try (RawClient client = new RawClient()) {
            assertEquals(
                    401,
                    client.ask("GET /v1/me HTTP/1.1", "Authorization: Bearer " + good, "Authorization: Bearer " + good)
                            .status());
        }
    }

    @Test
    void otherSchemesAreStillNobodysBusiness() {
        given().header("Authorization", "Basic YTpi")
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("anonymous", is(true));
    }

    @Test
    void whoReportsIsNotLookedAtAndTheProviderHearsNothingOfIt() throws IOException {
        // Given
        String unknown = unknownKey();
        await().until(() -> {
            // The provider is asked for it elsewhere.
            int before = fetches();
            given().auth().oauth2(unknown).get("/v1/me").then().statusCode(401);
            return fetches() > before;
        });
        // The library does not fetch twice within a third of a second, and so would hide what this test looks for.
        LockSupport.parkNanos(400_000_000L);
        int before = fetches();

        try (StandIn reports = StandIn.of("reports")) {
            // When
            Map<String, String> plain = told(report());
            Map<String, String> withUnknown = told(report("Authorization: Bearer " + unknown));
            Map<String, String> withGood = told(report(
                    "Authorization: Bearer " + OidcWiremockTestResource.getAccessToken("ana", Set.of("analyst"))));
            Map<String, String> withBoth = told(report("Authorization: Bearer nonsense", "X-API-Key: " + Keys.STEWARD));
            Answer relayed = post("/v1/relayed-reports", "Authorization: Bearer " + unknown);

            // Then
            assertEquals(plain, withUnknown);
            assertEquals(plain, withGood);
            assertEquals(plain, withBoth);
            assertEquals(200, relayed.status());
            assertEquals(5, reports.seen().size());
            for (Seen seen : reports.seen()) {
                assertEquals("anonymous", claims(seen).path("sub").asText());
            }
            assertEquals(before, fetches());
        }
    }

    private static Answer report(String... headers) throws IOException {
        return post("/v1/reports", headers);
    }

    private static Answer post(String target, String... headers) throws IOException {
        try (RawClient client = new RawClient()) {
            String[] all = Arrays.copyOf(headers, headers.length + 1);
            all[headers.length] = "Content-Length: 2";
            return client.begin("POST " + target + " HTTP/1.1", all).send("{}").answer();
        }
    }

    private static Map<String, String> told(Answer answer) {
        Map<String, String> told = new TreeMap<>(answer.headers());
        told.remove("Date");
        told.remove("date");
        told.put("status", Integer.toString(answer.status()));
        told.put("body", answer.body());
        return told;
    }

    private static String unknownKey() {
        return Jwt.issuer(OidcServer.NAME)
                .audience(OidcServer.NAME)
                .subject("1")
                .expiresIn(60)
                .jws()
                .keyId("nobody-knows-it")
                .algorithm(SignatureAlgorithm.ES256)
                .sign(KeyPairs.p256().getPrivate());
    }

    /** How often the provider was asked for its keys, by its own book. */
    private static int fetches() {
        return given().contentType(ContentType.JSON)
                .body("{\"method\":\"GET\",\"urlPath\":\"" + OidcServer.KEYS + "\"}")
                .post(ConfigProvider.getConfig().getValue(OidcServer.ADDRESS, String.class) + "/__admin/requests/count")
                .then()
                .statusCode(200)
                .extract()
                .path("count");
    }

    private static JsonNode claims(Seen seen) throws IOException {
        return JSON.readTree(
                Base64.getUrlDecoder().decode(seen.header("Authorization").split("\\.", -1)[1]));
    }
}
