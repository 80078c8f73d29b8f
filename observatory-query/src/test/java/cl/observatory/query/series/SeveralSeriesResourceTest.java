package cl.observatory.query.series;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.query.Caller;
import cl.observatory.query.Country;
import cl.observatory.query.Publisher;
import cl.observatory.query.Servers;
import cl.observatory.query.Surveys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several indicators side by side. */
@QuarkusTest
@WithTestResource(Servers.class)
class SeveralSeriesResourceTest {

    @BeforeEach
    void publish() {
        Country.published();
    }

    @Test
    void eachIndicatorIsAnsweredAsByItsOwnSeries() {
        // Given
        Map<String, String> question =
                Map.of("territory", "13127,99999", "period", "2024-Q1..2024-Q3", "change", "yearBefore", "window", "2");

        // When
        ValidatableResponse several = several(Country.COUNT + "," + Country.RATE, question);

        // Then
        several.body("items.indicator.code", contains(Country.COUNT, Country.RATE))
                .body("warnings", empty());
        for (int i = 0; i < 2; i++) {
            Object alone = Caller.reader()
                    .queryParams(question)
                    .get(
                            "/v1/indicators/{code}/series",
                            List.of(Country.COUNT, Country.RATE).get(i))
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("");
            assertEquals(alone, several.extract().path("items[%d]".formatted(i)));
        }
    }

    /** A survey of 2024 beside cases of 2015 to 2026: each has its own periods, sources and warnings. */
    @Test
    void eachHasItsOwnPeriodsSourcesAndCaveats() {
        // Given
        DatasetDefined survey = Surveys.dataset("ESTIMATE", "PERCENT", 1);
        IndicatorDefined perception = Surveys.indicator(survey);
        try (Publisher publisher = new Publisher()) {
            publisher.define(perception);
            Surveys.publish(
                    publisher,
                    survey,
                    1,
                    List.of(
                            Surveys.Cell.of("13101", 2023, 400, 10L, 600L, 60L),
                            Surveys.Cell.of("13101", 2024, 410, 10L, 600L, 60L)));
        }
        Caller.awaitRelease(survey.id(), 1);
        Caller.awaitFound("/v1/indicators/{code}", perception.code());

        // When
        ValidatableResponse several = several(perception.code() + "," + Country.RATE, Map.of("territory", "13101"));

        // Then
        several.body("items[0].periods", contains("2023", "2024"))
                .body("items[1].periods.size()", equalTo(12))
                .body("items[0].sources.dataset", contains(survey.id()))
                .body("items[1].sources.dataset", contains(Country.CASES.id(), Country.PEOPLE.id()))
                .body("items[0].items[1].change.significant", equalTo(false))
                .body("items[0].explanation.en", containsString("no significant change"));
        several(perception.code() + "," + Country.COUNT, Map.of("territory", "13101", "period", "2024", "window", "2"))
                .body("items[0].items.reason", contains("NEVER_ADDED_UP"))
                .body("items[1].items.numerator", contains(400));
    }

    @Test
    void unknownIndicatorIsAWarningAndTheOthersAreAnswered() {
        several("NO_SUCH," + Country.COUNT, Map.of("period", "2024"))
                .body("items.indicator.code", contains(Country.COUNT))
                .body("warnings.code", contains("UNKNOWN_INDICATOR"))
                .body("warnings[0].message", containsString("NO_SUCH"));
        several("NO_SUCH", Map.of("period", "2024"))
                .body("items", empty())
                .body("warnings.code", contains("UNKNOWN_INDICATOR"));
    }

    @ParameterizedTest
    @CsvSource({
        "indicator,lower_case,WRONG_FORM",
        "indicator,'T_DRUGS_RATE,',WRONG_FORM",
        "indicator,'A,B,C,D,E,F,G,H,I,J,K',TOO_MANY",
        "territory,Recoleta,NOT_A_TERRITORY_CODE",
        "period,yesterday,NOT_A_PERIOD",
        "frequency,W,NOT_ONE_OF",
        "window,25,NOT_IN_RANGE",
        "change,none,NOT_ONE_OF",
        "annualise,1,WRONG_FORM",
        "allowBreak,1,WRONG_FORM",
        "asOf,now,NOT_AN_INSTANT"
    })
    void malformedValueIsNamed(String parameter, String value, String code) {
        Caller.reader()
                .queryParam("indicator", parameter.equals("indicator") ? value : Country.RATE)
                .queryParams(parameter.equals("indicator") ? Map.of() : Map.of(parameter, value))
                .get("/v1/series")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_QUESTION"))
                .body("errors.parameter", contains(parameter))
                .body("errors.code", contains(code));
    }

    @Test
    void withoutAnIndicatorThereIsNoQuestion() {
        Caller.reader()
                .get("/v1/series")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("indicator"))
                .body("errors.code", contains("PARAMETER_MISSING"));
    }

    /** Each alone would be 2,940 values; both together are more than 5,000. */
    @Test
    void allTogetherHaveNoMoreValuesThanOneMayHave() {
        String places = String.join(",", List.of("CL", "01", "13", "16", "08", "011", "131"));
        int months = 35 * 12;
        assertEquals(2_940, IntStream.range(0, 7).map(place -> months).sum());

        several(Country.RATE, Map.of("territory", places, "period", "1990-01..2024-12"));
        Caller.reader()
                .queryParam("indicator", Country.RATE + "," + Country.COUNT)
                .queryParam("territory", places)
                .queryParam("period", "1990-01..2024-12")
                .get("/v1/series")
                .then()
                .statusCode(400)
                .body("errors.code", contains("TOO_MANY_VALUES"));
    }

    private static ValidatableResponse several(String indicators, Map<String, String> question) {
        return Caller.reader()
                .queryParam("indicator", indicators)
                .queryParams(question)
                .get("/v1/series")
                .then()
                .statusCode(200);
    }
}
