package cl.observatory.query.answer;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.query.Caller;
import cl.observatory.query.Country;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Servers.class)
class EntityTagsTest {

    private static final String RANKING = "/v1/indicators/T_DRUGS_RATE/ranking?period=2024";

    @BeforeEach
    void publish() {
        Country.published();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                RANKING,
                "/v1/indicators/T_DRUGS_RATE/series?period=2024",
                "/v1/datasets/country-cases/observations?period=2024",
                "/v1/datasets/country-cases/releases",
                "/v1/datasets/country-cases",
                "/v1/datasets",
                "/v1/indicators",
                "/v1/indicators/T_DRUGS_RATE",
                "/v1/territories",
                "/v1/territories/13127",
                "/v1/classifications/CEAD-2024/codes"
            })
    void answerThatTheCallerHasIsNotSentAgain(String path) {
        // Given
        String tag = get(path)
                .statusCode(200)
                .header("ETag", matchesPattern("\"[0-9a-f]{32}\""))
                .header("Cache-Control", "public, no-cache")
                .header("Vary", "Accept-Language")
                .header("Content-Language", "es")
                .extract()
                .header("ETag");

        // When
        ValidatableResponse again = getIfNoneMatch(path, tag);

        // Then
        again.statusCode(304)
                .body(emptyString())
                .header("ETag", tag)
                .header("Cache-Control", "public, no-cache")
                .header("Vary", "Accept-Language");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\", %s", "W/%s", "*", "%s, \"other\""})
    void tagIsFoundAmongOthersAndWeakOnes(String form) {
        String tag = tag(RANKING);

        getIfNoneMatch(RANKING, form.formatted(tag)).statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0123456789abcdef0123456789abcdef\"", "", "unquoted", "\"", ","})
    void otherTagGetsTheAnswer(String other) {
        getIfNoneMatch(RANKING, other).statusCode(200).body("items[0].rank", equalTo(1));
    }

    @Test
    void languagesHaveTagsOfTheirOwn() {
        String spanish = tag("/v1/territories/13127");
        String english = Caller.reader()
                .header("Accept-Language", "en")
                .get("/v1/territories/13127")
                .then()
                .header("Content-Language", "en")
                .extract()
                .header("ETag");

        assertNotEquals(spanish, english);
    }

    @Test
    void tagStaysAsLongAsTheAnswerDoes() {
        assertEquals(tag(RANKING), tag(RANKING));
        assertNotEquals(tag(RANKING), tag(RANKING + "&order=asc"));
    }

    @Test
    void newReleaseGivesANewTag() {
        // Given
        DatasetDefined dataset = Publisher.cases(Publisher.unique("cases"));
        List<Row> rows = List.of(Row.of("13101", "2024-01", "40101", 1));
        String path = "/v1/datasets/" + dataset.id() + "/observations";
        try (Publisher publisher = new Publisher()) {
            publisher.release(dataset, 1, rows);
            Caller.awaitRelease(dataset.id(), 1);
            String before = tag(path);

            // When
            publisher.release(dataset, 2, rows);
            Caller.awaitRelease(dataset.id(), 2);

            // Then
            getIfNoneMatch(path, before).statusCode(200).body("items[0].value", equalTo(1));
        }
    }

    @Test
    void newDefinitionGivesANewTag() {
        // Given
        String code = Publisher.unique("T").replace('-', '_').toUpperCase(Locale.ROOT);
        String path = "/v1/indicators/" + code + "/ranking?period=2024";
        IndicatorDefined first = Publisher.count(code, Country.CASES.id(), "40101");
        try (Publisher publisher = new Publisher()) {
            publisher.define(first);
            Caller.awaitFound(path);
            String before = tag(path);

            // When
            publisher.define(new IndicatorDefined(
                    code,
                    2,
                    first.labels(),
                    first.description(),
                    first.type(),
                    first.numerator(),
                    null,
                    null,
                    first.unit(),
                    "NEUTRAL",
                    first.proxy()));

            // Then
            await().untilAsserted(() -> getIfNoneMatch(path, before).statusCode(200));
        }
    }

    @Test
    void problemIsNeitherTaggedNorKept() {
        get("/v1/datasets/no-such")
                .statusCode(404)
                .header("ETag", nullValue())
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept-Language");
        get(RANKING + "&limit=0")
                .statusCode(400)
                .header("Cache-Control", "no-store")
                .body("errors.parameter", hasItem("limit"))
                .body("requestId", notNullValue());
    }

    private static String tag(String path) {
        return get(path).statusCode(200).extract().header("ETag");
    }

    private static ValidatableResponse get(String path) {
        return Caller.reader().get(path).then();
    }

    private static ValidatableResponse getIfNoneMatch(String path, String tag) {
        return Caller.reader().header("If-None-Match", tag).get(path).then();
    }
}
