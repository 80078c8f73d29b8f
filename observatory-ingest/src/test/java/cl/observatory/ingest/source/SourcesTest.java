package cl.observatory.ingest.source;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.Event;
import cl.observatory.events.reference.SourceDefined;
import cl.observatory.events.reference.SourceObserved;
import cl.observatory.ingest.AtOnce;
import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Definitions;
import cl.observatory.ingest.Packed;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A registered publisher, and what readers are told of its files. */
@QuarkusTest
@WithTestResource(Servers.class)
class SourcesTest {

    private static final String OTHER_SHAPE = "area,month,class,number\n13101,2024-01,40101,3\n";

    private Cases cases;
    private String id;

    @BeforeEach
    void defineDataset() {
        cases = Cases.define();
        id = "source-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void newSourceIsVersionOneAndItsColumnsAreThoseOfTheProfile() {
        // When
        ValidatableResponse answer = put(source());

        // Then
        answer.statusCode(200)
                .header("ETag", "\"1\"")
                .body("id", equalTo(id))
                .body("cadence", equalTo("P1M"))
                .body("allowedDelay", equalTo("P0D"))
                .body("feeds[0].profileVersion", equalTo(1))
                .body("feeds[0].columns", equalTo(List.of("area", "cases", "class", "month")));
        List<Event> events = Store.outbox(id);
        assertEquals(1, events.size());
        assertEquals(SourceDefined.TYPE, events.getFirst().type());
        SourceDefined told = events.getFirst().data(SourceDefined.class);
        assertEquals(cases.dataset(), told.feeds().getFirst().dataset());
        assertEquals("CSV", told.feeds().getFirst().format());
    }

    @Test
    void changeNamesTheVersionThatStands() {
        // Given
        put(source()).statusCode(200);
        String changed = source().replace("P1M", "P3M");

        // When
        ValidatableResponse nameless = put(changed);
        ValidatableResponse stale = put(changed, "\"7\"");
        ValidatableResponse named = put(changed, "\"1\"");

        // Then
        isProblem(nameless, 428, "VERSION_REQUIRED");
        isProblem(stale, 412, "VERSION_STALE");
        named.statusCode(200).header("ETag", "\"2\"").body("cadence", equalTo("P3M"));
        assertEquals(
                List.of(1L, 2L),
                Store.outbox(id).stream()
                        .map(event -> event.data(SourceDefined.class).version())
                        .toList());
    }

    @Test
    void sameDefinitionAgainChangesNothingUntilItsProfileHasANewVersion() {
        // Given
        put(source()).statusCode(200);

        // When
        ValidatableResponse same = put(source());
        Cases.post(
                        "/v1/datasets/" + cases.dataset() + "/profiles",
                        Definitions.profile(Cases.PROFILE).replace("\"cases\"", "\"casos\""))
                .statusCode(201);
        ValidatableResponse ofNewProfile = put(source(), "\"1\"");

        // Then
        same.statusCode(200).body("version", equalTo(1));
        ofNewProfile
                .statusCode(200)
                .body("version", equalTo(2))
                .body("feeds[0].profileVersion", equalTo(2))
                .body("feeds[0].columns", equalTo(List.of("area", "casos", "class", "month")));
    }

    @Test
    void versionOfASourceThatIsNotThereIsNotFound() {
        isProblem(put(source(), "\"1\""), 404, "UNKNOWN_SOURCE");
    }

    @Test
    void feedsAreDataSetsWithProfilesThatExist() {
        isProblem(put(source().replace(cases.dataset(), "no-such-set")), 404, "UNKNOWN_DATASET");
        isProblem(put(source().replace(Cases.PROFILE, "no-such")), 404, "UNKNOWN_PROFILE");
    }

    @Test
    void feedIsThereOnce() {
        // Given
        String feed = "{\"dataset\": \"" + cases.dataset() + "\", \"profile\": \"plain\"}";
        String twice = source().replaceAll("\"feeds\": \\[.*?]", "\"feeds\": [" + feed + "," + feed + "]");

        // When
        ValidatableResponse answer = put(twice);

        // Then
        isProblem(answer, 400, "DEFINITION_INVALID")
                .body("errors[0].pointer", equalTo("/feeds/1"))
                .body("errors[0].code", equalTo("FEED_TWICE"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P1M                          | monthly              | /cadence",
                "P1M                          | P0M                  | /cadence",
                "P1M                          | PT1H                 | /cadence",
                "https://example.org/contact  | someone@example.org  | /contact",
                "https://example.org/files    | ftp://example.org    | /url",
                "CC0-1.0                      | ''                   | /licence"
            })
    void malformedFieldsArePointedAt(String good, String bad, String pointer) {
        // When
        ValidatableResponse answer = put(source().replace(good, bad));

        // Then
        isProblem(answer, 400, "INVALID_REQUEST").body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void onlyStewardsRegisterSources() {
        request(Caller.as("reader", "data:read", "data:approve"))
                .body(source())
                .put("/v1/sources/{id}", id)
                .then()
                .statusCode(403);
    }

    @Test
    void fileThatIsTakenInIsADelivery() {
        // Given
        put(source()).statusCode(200);

        // When
        String taken = cases.take(Cases.FILE);

        // Then
        SourceObserved told = told().getLast();
        assertEquals(SourceObserved.DELIVERED, told.state());
        assertEquals(Cases.PROFILE, told.profile());
        assertEquals(List.of("area", "month", "class", "cases"), told.delivery().columns());
        assertEquals("2024-02", told.delivery().lastPeriod());
        assertEquals(
                told.delivery().sha256(),
                Cases.get(taken).extract().path("source.sha256").toString());
    }

    @Test
    void fileThatHasChangedItsShapeIsToldOnceForEachDifferenceAndSinceTheFirst() {
        // Given
        put(source()).statusCode(200);
        cases.take(Cases.FILE);

        // When
        cases.send(OTHER_SHAPE).statusCode(422);
        cases.send(OTHER_SHAPE).statusCode(422);
        cases.send(OTHER_SHAPE.replace("class", "klass")).statusCode(422);

        // Then
        List<SourceObserved> told = told();
        assertEquals(
                List.of(SourceObserved.DELIVERED, SourceObserved.CHANGED_SHAPE, SourceObserved.CHANGED_SHAPE),
                told.stream().map(SourceObserved::state).toList());
        assertEquals(
                List.of(1L, 2L, 3L), told.stream().map(SourceObserved::version).toList());
        assertEquals(told.get(1).since(), told.get(2).since());
        assertEquals(told.get(0).delivery(), told.get(1).delivery());
        assertEquals(
                List.of("MISSING_COLUMN", "UNKNOWN_COLUMN"),
                told.get(1).differences().stream()
                        .map(SourceObserved.Difference::code)
                        .toList());
        assertTrue(told.get(1).differences().getFirst().words().es().contains("«cases»"));
    }

    @Test
    void nextFileThatIsTakenInEndsTheChange() {
        // Given
        put(source()).statusCode(200);
        cases.send(OTHER_SHAPE).statusCode(422);

        // When
        cases.take(Cases.FILE);

        // Then
        assertEquals(
                List.of(SourceObserved.CHANGED_SHAPE, SourceObserved.DELIVERED),
                told().stream().map(SourceObserved::state).toList());
    }

    @Test
    void badRowsAndDamageAreNoChangeOfShape() {
        // Given
        put(source()).statusCode(200);
        byte[] packed = Packed.gzip(Cases.FILE);

        // When
        cases.send(Cases.HEADER + "13101,2024-01,40101,three\n").statusCode(422);
        cases.send(Arrays.copyOf(packed, packed.length - 9)).statusCode(422);

        // Then
        assertEquals(List.of(), told());
    }

    @Test
    void nothingIsToldOfADataSetThatNoSourceFeedsOrOfAnotherProfile() {
        // Given
        put(source()).statusCode(200);
        Cases other = Cases.define();
        Cases.post("/v1/datasets/" + cases.dataset() + "/profiles", Definitions.profile("other"))
                .statusCode(201);

        // When
        other.take(Cases.FILE);
        other.send(OTHER_SHAPE).statusCode(422);
        Cases.csv(Caller.steward())
                .queryParam("profile", "other")
                .body(OTHER_SHAPE.getBytes(StandardCharsets.UTF_8))
                .post("/v1/datasets/{id}/imports", cases.dataset())
                .then()
                .statusCode(422);

        // Then
        assertEquals(List.of(), told());
        assertEquals(List.of(), observed(other.dataset()));
    }

    @Test
    void sourceThatIsRegisteredLaterKnowsTheLastDelivery() {
        // Given
        cases.take(Cases.FILE);
        cases.take(Cases.FILE.replace("2024-02", "2024-03"));

        // When
        put(source()).statusCode(200);

        // Then
        List<SourceObserved> told = told();
        assertEquals(1, told.size());
        assertEquals("2024-03", told.getFirst().delivery().lastPeriod());
    }

    @Test
    void refusedFileLeavesNothingButTheNote() {
        // Given
        put(source()).statusCode(200);
        long imports = Store.number("select count(*) from import");

        // When
        ValidatableResponse answer = cases.send(OTHER_SHAPE);

        // Then
        isProblem(answer, 422, "FILE_UNREADABLE").body("errors[0].message", containsString("cases"));
        assertEquals(imports, Store.number("select count(*) from import"));
        assertEquals(1, Store.number("select count(*) from source_observation where dataset_id = ?", cases.dataset()));
    }

    @Test
    void filesThatComeAtTheSameTimeAreAllNoted() throws Exception {
        // Given
        put(source()).statusCode(200);

        // When
        List<Integer> answers = AtOnce.run(2, caller -> {
            String file = Cases.FILE + "13101,2024-03,40101," + caller + "\n";
            return await().until(() -> cases.send(file).extract().statusCode(), status -> status != 409);
        });

        // Then
        assertEquals(List.of(202, 202), answers);
        assertEquals(
                List.of(1L, 2L), told().stream().map(SourceObserved::version).toList());
    }

    private List<SourceObserved> told() {
        return observed(cases.dataset());
    }

    private static List<SourceObserved> observed(String dataset) {
        return Store.outbox(dataset).stream()
                .filter(event -> event.type().equals(SourceObserved.TYPE))
                .map(event -> event.data(SourceObserved.class))
                .toList();
    }

    private String source() {
        return """
                {"labels": {"es": "Casos de nadie", "en": "Cases of nobody"}, "publisher": "Nobody",
                 "feeds": [{"dataset": "%s", "profile": "plain", "format": "CSV"}],
                 "cadence": "P1M", "url": "https://example.org/files", "contact": "https://example.org/contact",
                 "licence": "CC0-1.0"}
                """.formatted(cases.dataset());
    }

    private ValidatableResponse put(String body) {
        return request(Caller.steward()).body(body).put("/v1/sources/{id}", id).then();
    }

    private ValidatableResponse put(String body, String ifMatch) {
        return request(Caller.steward())
                .header("If-Match", ifMatch)
                .body(body)
                .put("/v1/sources/{id}", id)
                .then();
    }

    private static RequestSpecification request(RequestSpecification caller) {
        return caller.contentType(ContentType.JSON).header("Accept-Language", "en");
    }

    private static ValidatableResponse isProblem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).body("code", equalTo(code));
    }
}
