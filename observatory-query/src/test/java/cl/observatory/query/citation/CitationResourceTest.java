package cl.observatory.query.citation;

import static cl.observatory.query.History.FIRST;
import static cl.observatory.query.History.SECOND;
import static cl.observatory.query.History.THIRD;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.release.ReleaseWithdrawn;
import cl.observatory.query.Caller;
import cl.observatory.query.History;
import cl.observatory.query.Policies;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Servers.class)
class CitationResourceTest {

    private static final List<Row> JANUARY =
            List.of(Row.of("13101", "2024-01", "40101", 7), Row.of("13127", "2024-01", "40101", 9));
    private static final List<Row> REVISED =
            List.of(Row.of("13101", "2024-01", "40101", 8), Row.of("13127", "2024-01", "40101", 9));

    @Test
    void answerIsFoundAgainAsItWasAndWithWhatHasBecomeOfIt() {
        try (History history = History.ofCases()) {
            // Given
            ReleasePublished first = history.full(FIRST, JANUARY);
            String indicator = count(history);
            String question = "/v1/indicators/%s/series?territory=13127,13101&period=2024-01".formatted(indicator);
            String id = cite(question)
                    .statusCode(201)
                    .body("since.revised", is(false))
                    .extract()
                    .path("id");
            byte[] data = csv(id).asByteArray();

            // When
            history.full(SECOND, REVISED);

            // Then
            Caller.reader()
                    .get("/v1/queries/{id}", id)
                    .then()
                    .statusCode(200)
                    .body(
                            "question",
                            equalTo("/v1/indicators/%s/series?period=2024-01&territory=13127,13101"
                                    .formatted(indicator)))
                    .body("methodVersion", equalTo("1"))
                    .body("sha256", equalTo(sha256(data)))
                    .body("values.find { it.key.REF_AREA == '13101' }.value.intValue()", equalTo(7))
                    .body("values.find { it.key.REF_AREA == '13127' }.status", equalTo("U"))
                    .body("sources", hasSize(1))
                    .body("sources[0].cited.release", equalTo(first.releaseId().toString()))
                    .body("sources[0].cited.checksum", equalTo(first.checksum()))
                    .body("sources[0].status", equalTo("SUPERSEDED"))
                    .body("since.revised", is(true))
                    .body("since.changed", equalTo(1))
                    .body("since.items[0].key.REF_AREA", equalTo("13101"))
                    .body("since.items[0].then.value.intValue()", equalTo(7))
                    .body("since.items[0].now.value.intValue()", equalTo(8))
                    .body("since.sources[0].sequence", equalTo(2));
            assertEquals(
                    """
                    INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,RELEASE\r
                    %1$s,13101,2024-01,7,U,%2$s\r
                    %1$s,13127,2024-01,9,U,%2$s\r
                    """.formatted(indicator, first.releaseId()),
                    new String(csv(id).asByteArray(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void digestOfTheCsvIsNamedInItsHeader() {
        try (History history = History.ofCases()) {
            history.full(FIRST, JANUARY);
            String id = cite("/v1/datasets/%s/observations".formatted(history.dataset()))
                    .statusCode(201)
                    .extract()
                    .path("id");

            Response csv = csv(id);

            assertEquals(
                    "sha-256=:"
                            + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256(csv.asByteArray())))
                            + ":",
                    csv.header("Repr-Digest"));
        }
    }

    @Test
    void sameAnswerIsCitedByTheSameIdAndAnotherOneByAnother() {
        try (History history = History.ofCases()) {
            history.full(FIRST, JANUARY);
            String question = "/v1/datasets/%s/observations?period=2024-01".formatted(history.dataset());
            String id = cite(question).statusCode(201).extract().path("id");

            cite(question)
                    .statusCode(200)
                    .header("Location", startsWith("http"))
                    .body("id", equalTo(id));
            // all periods turn out to be the one that there is
            cite("/v1/datasets/%s/observations".formatted(history.dataset()))
                    .statusCode(200)
                    .body("id", equalTo(id));

            history.full(SECOND, REVISED);
            String other = cite(question).statusCode(201).extract().path("id");
            assertEquals(false, other.equals(id));
        }
    }

    @Test
    void whatIsAddedBehindTheLastPeriodIsNoRevision() {
        try (History history = History.ofCases()) {
            history.full(FIRST, JANUARY);
            String id = cite("/v1/datasets/%s/observations".formatted(history.dataset()))
                    .extract()
                    .path("id");

            history.full(SECOND, List.of(JANUARY.get(0), JANUARY.get(1), Row.of("13101", "2024-02", "40101", 3)));

            Caller.reader().get("/v1/queries/{id}", id).then().body("since.revised", is(false));
        }
    }

    @Test
    void removedValueIsARevision() {
        try (History history = History.ofCases()) {
            history.full(FIRST, JANUARY);
            String id = cite("/v1/datasets/%s/observations?territory=13101,13127".formatted(history.dataset()))
                    .extract()
                    .path("id");

            history.full(SECOND, List.of(JANUARY.get(0)));

            Caller.reader()
                    .get("/v1/queries/{id}", id)
                    .then()
                    .body("since.changed", equalTo(1))
                    .body("since.items[0].key.REF_AREA", equalTo("13127"))
                    .body("since.items[0].now", nullValue());
        }
    }

    @Test
    void citationOfAReleaseThatIsWrongSaysSoAndKeepsItsValues() {
        try (History history = History.ofCases()) {
            history.full(FIRST, JANUARY);
            ReleasePublished wrong = history.full(SECOND, REVISED);
            String id = cite("/v1/datasets/%s/observations".formatted(history.dataset()))
                    .extract()
                    .path("id");

            history.withdraw(wrong, ReleaseWithdrawn.ERROR);

            Caller.reader()
                    .get("/v1/queries/{id}", id)
                    .then()
                    .statusCode(200)
                    .body("values.find { it.key.REF_AREA == '13101' }.value.intValue()", equalTo(8))
                    .body("sources[0].status", equalTo("WITHDRAWN"))
                    .body("sources[0].withdrawal.note", equalTo("February was there twice."))
                    .body("since.items[0].now.value.intValue()", equalTo(7));
        }
    }

    @Test
    void citationOfAReleaseThatWasRemovedIsGoneWithAWordWhy() {
        try (History history = History.ofCases()) {
            history.full(FIRST, JANUARY);
            ReleasePublished telling = history.full(SECOND, REVISED);
            String id = cite("/v1/datasets/%s/observations".formatted(history.dataset()))
                    .extract()
                    .path("id");

            history.withdraw(telling, ReleaseWithdrawn.DISCLOSURE);

            for (String path :
                    List.of("/v1/queries/{id}", "/v1/queries/{id}?format=csv", "/v1/queries/{id}/reference")) {
                Caller.reader().get(path, id).then().statusCode(410).body("code", equalTo("CITATION_ERASED"));
            }
        }
    }

    @Test
    void citationFromBeforeAStricterPolicyIsNotToldAnyMore() {
        try (History history = History.ofCases()) {
            ReleasePublished release = history.full(FIRST, JANUARY);
            String id = cite("/v1/datasets/%s/observations".formatted(history.dataset()))
                    .statusCode(201)
                    .extract()
                    .path("id");

            history.publisher().define(Policies.restricted(5, release.dataset()));

            await().untilAsserted(() -> Caller.reader()
                    .get("/v1/queries/{id}", id)
                    .then()
                    .statusCode(410)
                    .body("code", equalTo("CITATION_HIDDEN")));
            Caller.reader().get("/v1/queries/{id}?format=csv", id).then().statusCode(410);
        }
    }

    @Test
    void rankingIsCitedWholeWithThoseThatHaveNoRank() {
        try (History history = History.ofCases()) {
            history.full(FIRST, JANUARY);
            String indicator = count(history);

            cite("/v1/indicators/%s/ranking?period=2024-01&within=13".formatted(indicator))
                    .statusCode(201)
                    .body("values.findAll { it.value != null }", hasSize(2))
                    .body("columns", equalTo(List.of("INDICATOR", "REF_AREA", "TIME_PERIOD")));
        }
    }

    @Test
    void longQuestionIsCitedToo() {
        try (History history = History.ofCases()) {
            history.full(FIRST, JANUARY);
            String communes = IntStream.range(0, 500)
                    .mapToObj(number -> "%05d".formatted(13_101 + number * 7))
                    .collect(Collectors.joining(","));

            String question = "/v1/datasets/%s/observations?territory=%s".formatted(history.dataset(), communes);

            String id = cite(question).statusCode(201).extract().path("id");
            cite(question).statusCode(200).body("id", equalTo(id));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/indicators/NO_SUCH_THING/series,404,UNKNOWN_INDICATOR,",
        "/v1/datasets/no-such-thing/observations,404,UNKNOWN_DATASET,",
        "/v1/territories,400,INVALID_QUESTION,NOT_CITABLE",
        "https://other.example/v1/series,400,INVALID_QUESTION,WRONG_FORM",
        "/v1/series?x,400,INVALID_QUESTION,NOT_AN_ADDRESS",
        "/v1/indicators/X/series?limit=3,400,INVALID_QUESTION,NOT_CITED_BY",
        "/v1/indicators/X/series?updatedAfter=2024-01-01T00:00:00Z,400,INVALID_QUESTION,NOT_CITED_BY",
        "/v1/indicators/X/series?period=never,400,INVALID_QUESTION,NOT_A_PERIOD",
        "/v1/indicators/X/ranking,400,INVALID_QUESTION,PARAMETER_MISSING",
        "/v1/indicators/x/series,400,INVALID_QUESTION,WRONG_FORM"
    })
    void whatCannotBeCitedIsRefused(String question, int status, String code, String fault) {
        ValidatableResponse refused = cite(question).statusCode(status).body("code", equalTo(code));
        if (fault != null) {
            refused.body("errors.code", hasItem(fault));
        }
    }

    @Test
    void questionWithoutAnAnswerIsNotCited() {
        try (Publisher publisher = new Publisher()) {
            DatasetDefined dataset = Publisher.cases(Publisher.unique("cases"));
            publisher.define(dataset);
            Caller.awaitFound("/v1/datasets/{id}", dataset.id());

            cite("/v1/datasets/%s/observations".formatted(dataset.id()))
                    .statusCode(400)
                    .body("errors.code", hasItem("NOTHING_TO_CITE"));
        }
    }

    @Test
    void bodyWithoutAQuestionIsRefused() {
        Caller.reader()
                .contentType("application/json")
                .body("{}")
                .post("/v1/queries")
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("PARAMETER_MISSING"));
    }

    @Test
    void idThatWasNeverGivenIsUnknown() {
        Caller.reader().get("/v1/queries/{id}", THIRD.getEpochSecond()).then().statusCode(400);
        Caller.reader()
                .get("/v1/queries/00000000-0000-8000-8000-000000000000")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_CITATION"));
    }

    static ValidatableResponse cite(String question) {
        return Caller.reader()
                .contentType("application/json")
                .body(Map.of("question", question))
                .post("/v1/queries")
                .then();
    }

    static String count(History history) {
        String code = history.dataset().toUpperCase(Locale.ROOT).replace('-', '_');
        history.publisher().define(Publisher.count(code, history.dataset(), "40101"));
        Caller.awaitFound("/v1/indicators/{code}", code);
        return code;
    }

    private static Response csv(String id) {
        return Caller.reader().queryParam("format", "csv").get("/v1/queries/{id}", id);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
