package cl.observatory.query.series;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.query.Caller;
import cl.observatory.query.Country;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Rows;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Periods that are longer than those of the data set, moving sums, and rates of a year. */
@QuarkusTest
@WithTestResource(Servers.class)
class SeriesFrequencyTest {

    @BeforeEach
    void publish() {
        Country.published();
    }

    @Test
    void quartersAreAddedUpFromMonthsAndDividedByThePeopleOfTheYear() {
        series("13127", Map.of("period", "2024-Q1..2024-Q4"))
                .body("items.period", contains("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"))
                .body("items.numerator", contains(239, 0, 0, 0))
                .body("items.denominator", contains(196_856, 196_856, 196_856, 196_856))
                .body("items[0].value", equalTo(new BigDecimal("121.41")))
                .body("items.monthsCovered", contains(3, 3, 3, 3))
                .body("items.coverage.expected", contains(3, 3, 3, 3))
                .body("warnings.code", not(hasItem("PARTIAL_PERIODS")));
        series("13,CL", Map.of("period", "2024-S1")).body("items.numerator", contains(1_010, 670));
    }

    /** 13101 told the first half of 2025 alone: of the second there is nothing, and that is not zero. */
    @Test
    void halfThatNobodyToldOfIsMissingAndNotZero() {
        series("13101", Map.of("period", "2025-S1..2025-S2"))
                .body("items.numerator", contains(30, null))
                .body("items.monthsCovered", contains(6, 0))
                .body("items[1].value", nullValue())
                .body("items[1].status", equalTo("O"))
                .body("items[1].reason", equalTo("NO_DATA"));
    }

    @Test
    void halfOfFourMonthsIsPartialAndComparedWithNoWholeOne() {
        // Given
        Rows rows = new Rows().year("13101", 2023, "40101", 50);
        for (int month = 1; month <= 4; month++) {
            rows.row(Row.of("13101", "2024-0" + month, "40101", 10));
        }
        rows.row(Row.missing("13101", "2024-05", "40101", "O"));

        // When
        String indicator = published(Frequency.M, rows.list());

        // Then
        series(indicator, "13101", Map.of("period", "2023-S1..2024-S1"))
                .body("items.numerator", contains(50, 0, 40))
                .body("items.monthsCovered", contains(6, 6, 4))
                .body("items[2].coverage.reported", equalTo(4))
                .body("items[2].coverage.expected", equalTo(6))
                .body("items[2].change", nullValue())
                .body("warnings.code", hasItem("PARTIAL_PERIODS"));
    }

    @Test
    void yearsAreToldByQuarterToWhoeverAsks() {
        series("13127", Map.of("period", "2023..2024", "frequency", "Q"))
                .body("periods", hasSize(8))
                .body("periods[0]", equalTo("2023-Q1"))
                .body("periods[7]", equalTo("2024-Q4"));
        series("13127", Map.of("frequency", "S")).body("periods", hasSize(23)).body("periods[22]", equalTo("2026-S1"));
        refused(Country.RATE, Map.of("period", "2024-01..2024-12", "frequency", "Q"))
                .body("errors.parameter", contains("frequency"))
                .body("errors.code", contains("LONGER_THAN_PERIOD"));
    }

    @Test
    void nothingShorterThanTheDataSetHasIsTold() {
        String halves = published(Frequency.S, List.of(Row.of("13101", "2024-S1", "40101", 5)));

        refused(halves, Map.of("period", "2024-Q1"))
                .body("errors.parameter", contains("period"))
                .body("errors.code", contains("FREQUENCY_NOT_AVAILABLE"));
        refused(halves, Map.of("period", "2024", "frequency", "M"))
                .body("errors.parameter", contains("frequency"))
                .body("errors.code", contains("FREQUENCY_NOT_AVAILABLE"));
    }

    /** All cases are those of March: 2023 had none in 13127, 2024 had 239. */
    @Test
    void movingSumOfTwelveMonthsEndsWithTheMonthThatItIsNamedBy() {
        series("13127", Map.of("period", "2024-02..2024-04", "window", "12"))
                .body("window", equalTo(12))
                .body("items.numerator", contains(0, 239, 239))
                .body("items.denominator", contains(196_856, 196_856, 196_856))
                .body("items[2].value", equalTo(new BigDecimal("121.41")))
                .body("items.monthsCovered", contains(12, 12, 12))
                .body("items[1].change.difference", equalTo(new BigDecimal("121.41")))
                .body("items[1].change.significant", nullValue())
                .body("explanation.en", containsString("the 12 months up to 2024-04: 121.41."))
                .body("explanation.es", containsString("los 12 meses hasta 2024-04: 121,41."));
    }

    @Test
    void windowThatReachesBeforeTheDataIsPartial() {
        series("13127", Map.of("period", "2022-06", "window", "12"))
                .body("items[0].numerator", equalTo(24))
                .body("items[0].reason", equalTo("NO_POPULATION"));
        series("01101", Map.of("period", "2023-06", "window", "12")).body("items[0].reason", equalTo("NO_POPULATION"));
        series(Country.COUNT, "01101", Map.of("period", "2023-06", "window", "12"))
                .body("items[0].numerator", equalTo(100))
                .body("items[0].monthsCovered", equalTo(6))
                .body("warnings.code", hasItem("PARTIAL_PERIODS"));
        series("13127", Map.of("period", "0001-01", "window", "24")).body("items[0].reason", equalTo("NO_DATA"));
    }

    /** 239 cases of a month among 196,856 people, twelve times: 1,456.90. A count is not multiplied. */
    @Test
    void annualisedRateIsMarkedAsEstimated() {
        series("13127", Map.of("period", "2024-03", "annualise", "true"))
                .body("annualised", equalTo(true))
                .body("items[0].numerator", equalTo(239))
                .body("items[0].value", equalTo(new BigDecimal("1456.90")))
                .body("items[0].status", equalTo("E"))
                .body("explanation.en", containsString("Rates are multiplied up to a year."));
        series("13127", Map.of("period", "2024", "annualise", "true"))
                .body("items[0].value", equalTo(new BigDecimal("121.41")))
                .body("items[0].status", equalTo("A"));
        series(Country.COUNT, "13127", Map.of("period", "2024-03", "annualise", "true"))
                .body("items[0].value", equalTo(239))
                .body("items[0].status", equalTo("A"))
                .body("explanation.en", not(containsString("multiplied")));
    }

    @Test
    void availabilityIsToldByQuarterToo() {
        Caller.reader()
                .queryParam("period", "2025-Q1..2025-Q4")
                .queryParam("within", "13")
                .get("/v1/indicators/{code}/availability", Country.RATE)
                .then()
                .statusCode(200)
                .body("periods.period", contains("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"))
                .body("warnings.findAll { it.code == 'NEVER_ADDED_UP' }", empty());
    }

    private static String published(Frequency frequency, List<Row> rows) {
        DatasetDefined dataset = Publisher.cases(Publisher.unique("cases"), frequency, "CRIME_CLASS");
        String indicator = Publisher.unique("T").replace('-', '_').toUpperCase(Locale.ROOT);
        try (Publisher publisher = new Publisher()) {
            publisher.define(Publisher.count(indicator, dataset.id(), "40101"));
            publisher.release(dataset, 1, rows);
        }
        Caller.awaitRelease(dataset.id(), 1);
        Caller.awaitFound("/v1/indicators/{code}", indicator);
        return indicator;
    }

    private static ValidatableResponse series(String territory, Map<String, String> parameters) {
        return series(Country.RATE, territory, parameters);
    }

    private static ValidatableResponse series(String indicator, String territory, Map<String, String> parameters) {
        Map<String, String> question = new HashMap<>(parameters);
        question.put("territory", territory);
        return answer(indicator, question).statusCode(200);
    }

    private static ValidatableResponse refused(String indicator, Map<String, String> parameters) {
        return answer(indicator, parameters).statusCode(400);
    }

    private static ValidatableResponse answer(String indicator, Map<String, String> parameters) {
        return Caller.reader()
                .queryParams(parameters)
                .get("/v1/indicators/{code}/series", indicator)
                .then();
    }
}
