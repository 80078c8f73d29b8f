package cl.observatory.ingest.breaks;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.Event;
import cl.observatory.events.reference.BreaksDefined;
import cl.observatory.ingest.AtOnce;
import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Definitions;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Servers.class)
class BreaksTest {

    private static final String ONE = """
            {"breaks": [{"period": "2023", "type": "METHOD", "note": {"es": "Rediseño", "en": "Redesign"}}]}
            """;

    private static final String TWO = """
            {"breaks": [{"period": "2024-03", "type": "COVERAGE", "note": {"es": "Más comunas", "en": "More communes"},
                         "bridge": {"factor": 0.95, "note": {"es": "Serie empalmada", "en": "Linked series"}}},
                        {"period": "2023", "type": "METHOD", "note": {"es": "Rediseño", "en": "Redesign"}}]}
            """;

    private String dataset;

    @BeforeEach
    void defineDataset() {
        dataset = Definitions.newId();
        Cases.post("/v1/datasets", Definitions.cases(dataset)).statusCode(201);
    }

    @Test
    void listIsKeptAndToldInTheOrderOfTime() {
        // When
        ValidatableResponse answer = put(TWO);

        // Then
        answer.statusCode(200)
                .header("ETag", "\"1\"")
                .body("dataset", equalTo(dataset))
                .body("version", equalTo(1))
                .body("breaks.period", contains("2023", "2024-03"))
                .body("breaks[0].bridge", nullValue())
                .body("breaks[1].type", equalTo("COVERAGE"))
                .body("breaks[1].note.es", equalTo("Más comunas"))
                .body("breaks[1].bridge.factor", equalTo(0.95f));
        List<BreaksDefined> told = told();
        assertEquals(1, told.size());
        assertEquals(1, told.getFirst().version());
        assertEquals(
                List.of("2023", "2024-03"),
                told.getFirst().breaks().stream()
                        .map(BreaksDefined.Break::period)
                        .toList());
    }

    @Test
    void everyVersionOfAListIsKept() {
        // Given
        put(ONE).statusCode(200);

        // When
        ValidatableResponse answer = put(TWO, "\"1\"");

        // Then
        answer.statusCode(200).header("ETag", "\"2\"").body("breaks.size()", equalTo(2));
        put("{\"breaks\": []}", "\"2\"").statusCode(200).body("breaks.size()", equalTo(0));
        assertEquals(
                List.of(1L, 2L, 3L), told().stream().map(BreaksDefined::version).toList());
        assertEquals(3, Store.number("select count(*) from break_list where dataset_id = ?", dataset));
    }

    @Test
    void sameListAgainChangesNothing() {
        // Given
        put(TWO).statusCode(200);
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = put(TWO);

        // Then
        answer.statusCode(200).header("ETag", "\"1\"");
        assertEquals(before, Store.contents());
    }

    @Test
    void changeNamesTheVersionThatStands() {
        // Given
        put(ONE).statusCode(200);
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse silent = put(TWO);
        ValidatableResponse stale = put(TWO, "\"7\"");

        // Then
        isProblem(silent, 428, "VERSION_REQUIRED");
        isProblem(stale, 412, "VERSION_STALE");
        assertEquals(before, Store.contents());
    }

    @Test
    void versionOfAListThatIsNotThereIsStale() {
        isProblem(put(ONE, "\"1\""), 412, "VERSION_STALE");
    }

    @Test
    void manyWhoChangeTheSameVersionChangeItOnce() throws Exception {
        // Given
        put("{\"breaks\": []}").statusCode(200);

        // When
        List<Integer> statuses = AtOnce.run(
                6,
                caller -> put(ONE.replace("Redesign", "Redesign " + caller), "\"1\"")
                        .extract()
                        .statusCode());

        // Then
        assertEquals(1, statuses.stream().filter(status -> status == 200).count());
        assertEquals(5, statuses.stream().filter(status -> status == 412).count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"2024-03\"      | \"2024-Q1\"        | DEFINITION_INVALID | /breaks/0/period",
                "\"2024-03\"      | \"spring\"         | DEFINITION_INVALID | /breaks/0/period",
                "\"2024-03\"      | \"2024-13\"        | DEFINITION_INVALID | /breaks/0/period",
                "\"2024-03\", \"type\": \"COVERAGE\" | \"2023\", \"type\": \"METHOD\" | DEFINITION_INVALID | /breaks/1",
                "\"COVERAGE\"     | \"MOOD\"           | MALFORMED_BODY     | /breaks/0/type",
                "\"factor\": 0.95 | \"factor\": 0      | INVALID_REQUEST    | /breaks/0/bridge/factor",
                "\"factor\": 0.95 | \"factor\": \"1\" | MALFORMED_BODY    | /breaks/0/bridge/factor",
                "Más comunas      | ``                 | INVALID_REQUEST    | /breaks/0/note/es"
            })
    void fieldThatCannotBeUsedIsNamed(String field, String instead, String problem, String pointer) {
        // Given
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = put(TWO.replace(field, instead));

        // Then
        isProblem(answer, 400, problem).body("errors.pointer", hasItem(pointer));
        assertEquals(before, Store.contents());
    }

    @Test
    void unknownDatasetHasNoBreaks() {
        isProblem(request().body(ONE).put("/v1/datasets/no-such-dataset/breaks").then(), 404, "UNKNOWN_DATASET");
    }

    private List<BreaksDefined> told() {
        return Store.outbox(dataset).stream()
                .filter(event -> event.type().equals(BreaksDefined.TYPE))
                .map((Event event) -> event.data(BreaksDefined.class))
                .toList();
    }

    private ValidatableResponse put(String body) {
        return request()
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put("/v1/datasets/{id}/breaks", dataset)
                .then();
    }

    private ValidatableResponse put(String body, String ifMatch) {
        return request()
                .header("If-Match", ifMatch)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put("/v1/datasets/{id}/breaks", dataset)
                .then();
    }

    private static RequestSpecification request() {
        return Caller.steward().contentType(ContentType.JSON);
    }

    private static ValidatableResponse isProblem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}
