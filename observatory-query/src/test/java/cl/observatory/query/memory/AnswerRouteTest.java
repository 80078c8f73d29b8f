package cl.observatory.query.memory;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cl.observatory.query.Caller;
import cl.observatory.query.Country;
import cl.observatory.query.Servers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A kept answer is the answer that was made, costs the store nothing, and is given to nobody who may not read. */
@QuarkusTest
@WithTestResource(Servers.class)
class AnswerRouteTest {

    private static final String SERIES = "/v1/indicators/T_DRUGS_RATE/series?period=2023..2024&territory=13127";

    @Inject
    MeterRegistry meters;

    @Inject
    ConnectionsTaken connections;

    @BeforeEach
    void publish() {
        Country.published();
        awaitKept(SERIES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/indicators/T_DRUGS_RATE/series?period=2024",
                "/v1/indicators/T_DRUGS_RATE/ranking?period=2024",
                "/v1/datasets/country-cases/observations?period=2024",
                "/v1/territories/13127/profile",
                "/v1/territories"
            })
    void keptAnswerIsTheOneThatWasMade(String path) {
        // Given a question that nobody asked before
        String unasked = path + (path.contains("?") ? "&" : "?") + "x=" + UUID.randomUUID();
        Response made = Caller.reader().get(unasked);
        double before = kept();

        // When
        Response again = Caller.reader().get(unasked);

        // Then
        assertEquals(before + 1, kept());
        assertEquals(200, again.statusCode());
        assertEquals(made.asString(), again.asString());
        assertEquals(headers(made), headers(again));
    }

    @Test
    void orderOfParametersIsNoOtherQuestion() {
        double before = kept();

        get("/v1/indicators/T_DRUGS_RATE/series?territory=13127&period=2023..2024")
                .statusCode(200);

        assertEquals(before + 1, kept());
    }

    @Test
    void languagesAreKeptApart() {
        // Given
        Caller.reader().header("Accept-Language", "en").get(SERIES);
        double before = kept();

        // Then
        Caller.reader()
                .header("Accept-Language", "en-GB, es;q=0.5")
                .get(SERIES)
                .then()
                .header("Content-Language", "en");
        get(SERIES).header("Content-Language", "es");
        assertEquals(before + 2, kept());
    }

    @Test
    void keptAnswersAndThoseThatTheCallerHasTakeNoConnection() {
        // Given
        String tag = get(SERIES).extract().header("ETag");
        String token = Caller.token("observatory-query", "anonymous", "data:read");
        with(token).statusCode(200);
        connections.forget();

        // When
        for (int i = 0; i < 20; i++) {
            with(token).statusCode(200);
            RestAssured.given()
                    .header("Authorization", "Bearer " + token)
                    .header("If-None-Match", tag)
                    .get(SERIES)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .body(emptyString());
        }
        // whose token nobody has seen yet
        Caller.reader().header("If-None-Match", tag).get(SERIES).then().statusCode(304);

        // Then
        assertEquals(List.of(), connections.takers());
    }

    @Test
    void otherQuestionsTakeConnections() {
        // Given
        connections.forget();

        // When
        get(SERIES + "&x=" + UUID.randomUUID()).statusCode(200);

        // Then
        assertNotEquals(List.of(), connections.takers());
    }

    @Test
    void keptAnswerIsNotGivenToWhoeverMayNotRead() {
        RestAssured.get(SERIES).then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        with("x").statusCode(401);
        with(Caller.token("observatory-ingest", "steward", "data:read")).statusCode(401);
        with(Caller.token("observatory-query", "steward", "data:write"))
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
        String token = Caller.token("observatory-query", "anonymous", "data:read");
        with(token).statusCode(200);
        with(token + "x").statusCode(401);
        with(token.substring(0, token.length() - 4) + "AAAA").statusCode(401);
    }

    @Test
    void problemsAreNotKept() {
        // Given
        String unknown = "/v1/indicators/NO_SUCH/series?period=2024";
        get(unknown).statusCode(404);
        double before = kept();

        // When
        get(unknown).statusCode(404);

        // Then
        assertEquals(before, kept());
    }

    private void awaitKept(String path) {
        await().until(() -> {
            double before = kept();
            get(path).statusCode(200);
            return kept() > before;
        });
    }

    private double kept() {
        return meters.counter("observatory.answers", "from", "memory").count();
    }

    private static ValidatableResponse get(String path) {
        return Caller.reader().get(path).then();
    }

    private static ValidatableResponse with(String token) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .get(SERIES)
                .then();
    }

    /** Each request has an id of its own. */
    private static Map<String, String> headers(Response response) {
        return response.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("X-Request-Id"))
                .collect(Collectors.toMap(
                        header -> header.getName().toLowerCase(Locale.ROOT),
                        Header::getValue,
                        (one, other) -> one + ", " + other,
                        TreeMap::new));
    }
}
