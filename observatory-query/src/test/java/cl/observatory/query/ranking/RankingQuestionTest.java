package cl.observatory.query.ranking;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.query.Caller;
import cl.observatory.query.Country;
import cl.observatory.query.Publisher;
import cl.observatory.query.Rows;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages, instants and values that cannot be used. */
@QuarkusTest
@WithTestResource(Servers.class)
class RankingQuestionTest {

    @BeforeEach
    void publish() {
        Country.published();
    }

    @Test
    void pagesAreThePartsOfTheWholeRanking() {
        // Given
        List<Object> whole = ranking(Map.of("period", "2024"))
                .statusCode(200)
                .body("page.limit", equalTo(50))
                .body("page.nextCursor", nullValue())
                .extract()
                .path("items");

        // When
        List<Object> together = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String cursor = null;
        do {
            Map<String, String> page = cursor == null
                    ? Map.of("period", "2024", "limit", "4")
                    : Map.of("period", "2024", "limit", "4", "cursor", cursor);
            JsonPath answer = ranking(page).statusCode(200).extract().jsonPath();
            together.addAll(answer.getList("items"));
            sizes.add(answer.getList("items").size());
            cursor = answer.getString("page.nextCursor");
        } while (cursor != null);

        // Then
        assertEquals(whole, together);
        assertEquals(List.of(4, 2), sizes);
    }

    @Test
    void territoriesWithoutARankStandOnTheFirstPageOnly() {
        String cursor = ranking(Map.of("period", "2024", "limit", "4"))
                .body("notRanked", not(empty()))
                .extract()
                .path("page.nextCursor");

        ranking(Map.of("period", "2024", "limit", "4", "cursor", cursor))
                .body("notRanked", empty())
                .body("warnings.code", hasItem("SMALL_NOT_RANKED"));
    }

    @ParameterizedTest
    @CsvSource({"period,2023", "order,asc", "within,13", "level,region", "minPopulation,0", "asOf,2035-01-01T00:00:00Z"
    })
    void cursorBelongsToItsQuestion(String parameter, String otherValue) {
        // Given
        String cursor =
                ranking(Map.of("period", "2024", "limit", "2")).extract().path("page.nextCursor");
        Map<String, String> other = new HashMap<>(Map.of("period", "2024", "cursor", cursor));

        // When
        other.put(parameter, otherValue);

        // Then
        ranking(other)
                .statusCode(400)
                .body("code", equalTo("INVALID_QUESTION"))
                .body("errors.parameter", contains("cursor"))
                .body("errors.code", contains("CURSOR_OF_ANOTHER_QUESTION"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1.5", "99999999999999999999", "", "1\n1"})
    void cursorThatWasWrittenByHandIsRefused(String place) {
        // Given
        String cursor =
                ranking(Map.of("period", "2024", "limit", "2")).extract().path("page.nextCursor");
        String question = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", 2)[0];
        String forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((question + "\n" + place).getBytes(StandardCharsets.UTF_8));

        // When
        ValidatableResponse answer = ranking(Map.of("period", "2024", "cursor", forged));

        // Then
        answer.statusCode(400).body("errors.parameter", contains("cursor"));
    }

    @ParameterizedTest
    @CsvSource({
        "period,2024..2025,NOT_ONE_PERIOD",
        "period,today,NOT_ONE_PERIOD",
        "level,barrio,NOT_ONE_OF",
        "level,COMMUNE,NOT_ONE_OF",
        "within,1,WRONG_FORM",
        "within,Recoleta,WRONG_FORM",
        "minPopulation,-1,NOT_IN_RANGE",
        "minPopulation,many,NOT_IN_RANGE",
        "minPopulation,2147483648,NOT_IN_RANGE",
        "order,up,NOT_ONE_OF",
        "asOf,2024-01-01,NOT_AN_INSTANT",
        "asOf,+1000000000-12-31T23:59:59Z,NOT_AN_INSTANT",
        "limit,0,NOT_IN_RANGE",
        "limit,1001,NOT_IN_RANGE",
        "limit,ten,NOT_IN_RANGE",
        "cursor,?,CURSOR_OF_ANOTHER_QUESTION"
    })
    void malformedValueIsNamed(String parameter, String value, String code) {
        Map<String, String> parameters = new HashMap<>(Map.of("period", "2024"));
        parameters.put(parameter, value);

        ranking(parameters)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_QUESTION"))
                .body("errors.parameter", contains(parameter))
                .body("errors.code", contains(code));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        ranking(Map.of("limit", "0", "level", "barrio"))
                .statusCode(400)
                .body("errors.parameter", contains("period", "level", "limit"))
                .body("errors[0].code", equalTo("PARAMETER_MISSING"));
    }

    @Test
    void largestLimitIsTaken() {
        ranking(Map.of("period", "2024", "limit", "1000")).statusCode(200).body("page.limit", equalTo(1_000));
    }

    @Test
    void unknownIndicatorIsNotFound() {
        Caller.reader()
                .queryParam("period", "2024")
                .get("/v1/indicators/NO_SUCH/ranking")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_INDICATOR"));
    }

    @Test
    void earlierInstantGivesTheEarlierRanking() {
        // Given
        DatasetDefined cases = Publisher.cases(Publisher.unique("cases"));
        String indicator = Publisher.unique("T_ASOF").toUpperCase(Locale.ROOT).replace('-', '_');
        Instant first = Instant.parse("2025-01-10T12:00:00Z");
        Instant second = Instant.parse("2025-02-10T12:00:00Z");
        try (Publisher publisher = new Publisher()) {
            publisher.define(Publisher.rate(indicator, cases.id(), Country.PEOPLE.id(), "40101"));
            Caller.awaitFound("/v1/indicators/{code}", indicator);
            publisher.release(
                    cases,
                    1,
                    first,
                    new Rows()
                            .year("13127", 2024, "40101", 239)
                            .year("13101", 2024, "40101", 400)
                            .list());
            publisher.release(
                    cases,
                    2,
                    second,
                    new Rows()
                            .year("13127", 2024, "40101", 239)
                            .year("13101", 2024, "40101", 800)
                            .year("13203", 2024, "40101", 9)
                            .list());
            Caller.awaitRelease(cases.id(), 2);
        }

        // When
        ValidatableResponse now = ranking(indicator, Map.of("period", "2024", "within", "13"));
        ValidatableResponse between = ranking(
                indicator,
                Map.of(
                        "period",
                        "2024",
                        "within",
                        "13",
                        "asOf",
                        second.minusMillis(1).toString()));

        // Then
        now.body("items.measure.territory.code", contains("13101", "13127"))
                .body("items.measure.numerator", contains(800, 239));
        between.body("asOf", equalTo("2025-02-10T11:59:59.999Z"))
                .body("items.measure.territory.code", contains("13127", "13101"))
                .body("items.measure.numerator", contains(239, 400))
                .body("notRanked.reason", contains("NO_VALUE"))
                .body("sources[0].release.sequence", equalTo(1));
        ranking(indicator, Map.of("period", "2024", "asOf", first.minusMillis(1).toString()))
                .body("items", empty())
                .body("warnings.code", hasItem("NO_RELEASE"));
    }

    private static ValidatableResponse ranking(Map<String, String> parameters) {
        return ranking(Country.RATE, parameters);
    }

    private static ValidatableResponse ranking(String indicator, Map<String, String> parameters) {
        return Caller.reader()
                .queryParams(parameters)
                .get("/v1/indicators/{code}/ranking", indicator)
                .then();
    }
}
