package cl.observatory.query.series;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.query.Caller;
import cl.observatory.query.Country;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Servers.class)
class SeriesResourceTest {

    private Country country;

    @BeforeEach
    void publish() {
        country = Country.published();
    }

    @Test
    void valuesComeTerritoryByTerritoryInTheOrderOfTime() {
        seriesOf("13127,13", "2023..2024")
                .body("periods", contains("2023", "2024"))
                .body("items.territory.code", contains("13", "13", "13127", "13127"))
                .body("items.period", contains("2023", "2024", "2023", "2024"))
                .body("items[3].numerator", equalTo(239))
                .body("items[3].denominator", equalTo(196_856))
                .body("items[3].value", equalTo(new BigDecimal("121.41")))
                .body("items[3].interval.lower", equalTo(new BigDecimal("106.50")))
                .body("items[3].interval.upper", equalTo(new BigDecimal("137.82")))
                .body("sources.role", contains("NUMERATOR", "DENOMINATOR"))
                .body("sources[0].release.id", equalTo(country.cases.releaseId().toString()))
                .body(
                        "sources[1].release.id",
                        equalTo(country.people.releaseId().toString()));
    }

    @Test
    void sentencesSayTheLastValueAndHowFarItIsFromTheOneBefore() {
        JsonPath answer = seriesOf("13127,13", "2023..2024").extract().jsonPath();

        String said = answer.getString("explanation.en");
        assertTrue(said.contains(", 2024: 121.41. By chance alone it may lie between 106.5 and 137.82."), said);
        assertTrue(said.endsWith("From 2023 it differs by +121.41."), said);
    }

    @Test
    void valueThatIsNotToBeComparedSaysWhy() {
        seriesOf("13101", "2023..2025")
                .body("items.comparable", contains(false, true, false))
                .body("items[0].notComparable", contains("NO_VALUE"))
                .body("items[1].notComparable", nullValue())
                .body("items[1].interval.covers", equalTo("RANDOM_VARIATION"))
                .body("items[2].notComparable", contains("PARTIAL_PERIOD"));
    }

    @Test
    void areasAreSummedBeforeTheyAreDivided() {
        seriesOf("13", "2024")
                .body("items[0].numerator", equalTo(670))
                .body("items[0].denominator", equalTo(598_756))
                .body("items[0].value", equalTo(new BigDecimal("111.90")));
        seriesOf("CL", "2024")
                .body("items[0].numerator", equalTo(1_010))
                .body("items[0].denominator", equalTo(1_099_756))
                .body("items[0].value", equalTo(new BigDecimal("91.84")));
    }

    @Test
    void monthsHaveTheRateOfTheMonth() {
        seriesOf("13127", "2024-02..2024-04")
                .body("periods", contains("2024-02", "2024-03", "2024-04"))
                .body("items.numerator", contains(0, 239, 0))
                .body("items.denominator", contains(196_856, 196_856, 196_856))
                .body("items[1].value", equalTo(new BigDecimal("121.41")))
                .body("items.monthsCovered", contains(1, 1, 1))
                .body("warnings.code", not(hasItem("PARTIAL_PERIODS")));
    }

    @Test
    void partialYearTellsItsMonths() {
        seriesOf("13101", "2024..2026")
                .body("items.monthsCovered", contains(12, 6, 6))
                .body("items.status", contains("A", "A", "P"))
                .body("items[1].coverage.reported", equalTo(6))
                .body("items[1].coverage.expected", equalTo(12))
                .body("warnings.code", hasItem("PARTIAL_PERIODS"))
                .body("warnings.code", hasItem("PROVISIONAL_VALUES"));
    }

    @Test
    void sumThatLacksCellsIsToldToBeTooLow() {
        seriesOf("13", "2025")
                .body("items[0].numerator", equalTo(90))
                .body("items[0].monthsCovered", equalTo(12))
                .body("items[0].coverage.reported", equalTo(18))
                .body("items[0].coverage.expected", equalTo(36))
                .body("warnings.code", hasItem("INCOMPLETE_VALUES"));
        seriesOf("13", "2024").body("warnings.code", not(hasItem("INCOMPLETE_VALUES")));
    }

    /** The strongest status stands in front and the others behind: few cases, told provisionally. */
    @Test
    void strongestStatusIsTheStatusAndTheOthersAreFlags() {
        seriesOf("13127", "2026-01..2026-03")
                .body("items[0].status", equalTo("U"))
                .body("items[0].flags", contains("P"))
                .body("items[2].numerator", equalTo(20))
                .body("items[2].status", equalTo("P"))
                .body("items[2].flags", empty());
    }

    @Test
    void valueThatIsNotThereIsNullWithStatusAndReason() {
        seriesOf("13101", "2023")
                .body("items[0]", hasKey("value"))
                .body("items[0].value", nullValue())
                .body("items[0].numerator", nullValue())
                .body("items[0].status", equalTo("O"))
                .body("items[0].reason", equalTo("NO_DATA"))
                .body("items[0]", not(hasKey("interval")))
                .body("items[0].monthsCovered", equalTo(0));
        seriesOf("13127", "2022")
                .body("items[0].numerator", equalTo(24))
                .body("items[0].value", nullValue())
                .body("items[0].status", equalTo("O"))
                .body("items[0].reason", equalTo("NO_POPULATION"));
    }

    @Test
    void withoutAPeriodAllYearsOfTheReleaseAreGiven() {
        answer(Map.of("territory", "13101"))
                .body("periods", hasSize(12))
                .body("periods[0]", equalTo("2015"))
                .body("periods[11]", equalTo("2026"));
    }

    @Test
    void withoutATerritoryTheCountryIsGiven() {
        answer(Map.of("period", "2024")).body("items.territory.code", contains("CL"));
    }

    @Test
    void relativePeriodsAreResolvedByTodayInChile() {
        QuarkusMock.installMockForType(Clock.fixed(Instant.parse("2026-07-01T03:30:00Z"), ZoneOffset.UTC), Clock.class);

        seriesOf("13127", "last3Years").body("periods", contains("2023", "2024", "2025"));
        seriesOf("13127", "last12Months")
                .body("periods", hasSize(12))
                .body("periods[0]", equalTo("2025-06"))
                .body("periods[11]", equalTo("2026-05"));
    }

    @Test
    void unknownTerritoryIsAWarningAndTheOthersAreAnswered() {
        seriesOf("13127,99999", "2024")
                .body("items.territory.code", contains("13127"))
                .body("warnings.find { it.code == 'UNKNOWN_TERRITORY' }.message", containsString("99999"));
    }

    @Test
    void namesComeInBothLanguagesAndMessagesInTheCallers() {
        seriesOf("13127", "2024")
                .body("items[0].territory.labels.es", equalTo("es 13127"))
                .body("items[0].territory.labels.en", equalTo("en 13127"))
                .body("indicator.labels.es", equalTo("Tasa"))
                .body("indicator.labels.en", equalTo("Rate"))
                .body("warnings.message", hasItem(containsString("sintéticos")));
        Caller.reader()
                .header("Accept-Language", "en-GB, es;q=0.5")
                .queryParam("period", "2024")
                .get("/v1/indicators/{code}/series", Country.RATE)
                .then()
                .body("warnings.message", hasItem(containsString("synthetic")));
    }

    @Test
    void instantBeforeTheReleaseHasNoValues() {
        answer(Map.of(
                        "territory",
                        "13127",
                        "period",
                        "2024",
                        "asOf",
                        Country.PUBLISHED_AT.minusSeconds(1).toString()))
                .body("items[0].reason", equalTo("NO_DATA"))
                .body("warnings.findAll { it.code == 'NO_RELEASE' }.size()", equalTo(2))
                .body("sources.release", contains(nullValue(), nullValue()));
    }

    @ParameterizedTest
    @CsvSource({
        "territory,131270,NOT_A_TERRITORY_CODE",
        "territory,Recoleta,NOT_A_TERRITORY_CODE",
        "territory,'13127,',NOT_A_TERRITORY_CODE",
        "period,2024..2018,NOT_A_PERIOD",
        "period,last601Months,NOT_A_PERIOD",
        "frequency,D,NOT_ONE_OF",
        "frequency,m,NOT_ONE_OF",
        "window,0,NOT_IN_RANGE",
        "window,25,NOT_IN_RANGE",
        "window,a year,NOT_IN_RANGE",
        "annualise,yes,WRONG_FORM",
        "change,next,NOT_ONE_OF",
        "allowBreak,1,WRONG_FORM",
        "asOf,yesterday,NOT_AN_INSTANT"
    })
    void malformedValueIsNamed(String parameter, String value, String code) {
        Caller.reader()
                .queryParam(parameter, value)
                .get("/v1/indicators/{code}/series", Country.RATE)
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_QUESTION"))
                .body("errors.parameter", contains(parameter))
                .body("errors.code", contains(code));
    }

    @Test
    void tooLargeQuestionsAreRefused() {
        List<String> territories =
                IntStream.range(10_000, 10_101).mapToObj(Integer::toString).toList();
        Caller.reader()
                .queryParam("territory", String.join(",", territories))
                .get("/v1/indicators/{code}/series", Country.RATE)
                .then()
                .statusCode(400)
                .body("errors.code", contains("TOO_MANY"));
        Caller.reader()
                .queryParam("territory", "CL,01,13,16,08,011,131,132,161,081")
                .queryParam("period", "1976-01..2025-12")
                .get("/v1/indicators/{code}/series", Country.RATE)
                .then()
                .statusCode(400)
                .body("errors.code", contains("TOO_MANY_VALUES"));
    }

    @Test
    void everyTerritoryOfTheCountryAddsUpToIt() {
        // Given
        ValidatableResponse regions = seriesOf("01,13,16,08", "2024");

        // When
        List<Integer> cases = regions.extract().path("items.numerator");
        List<Integer> people = regions.extract().path("items.denominator");

        // Then
        regions.body("items.territory.code", containsInAnyOrder("01", "13", "16", "08"));
        assertEquals(1_010, cases.stream().mapToInt(Integer::intValue).sum());
        assertEquals(1_099_756, people.stream().mapToInt(Integer::intValue).sum());
    }

    private static ValidatableResponse seriesOf(String territory, String period) {
        return answer(Map.of("territory", territory, "period", period));
    }

    private static ValidatableResponse answer(Map<String, String> parameters) {
        return Caller.reader()
                .queryParams(parameters)
                .get("/v1/indicators/{code}/series", Country.RATE)
                .then()
                .statusCode(200);
    }
}
