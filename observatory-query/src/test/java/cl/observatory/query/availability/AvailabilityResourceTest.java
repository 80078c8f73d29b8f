package cl.observatory.query.availability;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cl.observatory.query.Caller;
import cl.observatory.query.Country;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For which places and times there is anything, on the country of the tests. */
@QuarkusTest
@WithTestResource(Servers.class)
class AvailabilityResourceTest {

    @BeforeEach
    void publish() {
        Country.published();
    }

    @Test
    void everyYearOfTheReleaseIsToldWithHowManyTerritoriesHaveAValue() {
        ValidatableResponse answer = availabilityOf(Country.COUNT, Map.of());

        answer.body("level", equalTo("commune"))
                .body("frequency", equalTo("M"))
                .body("firstPeriod", equalTo("2015"))
                .body("lastPeriod", equalTo("2026"))
                .body("periods", hasSize(12))
                .body("periods[0].period", equalTo("2015"))
                .body("periods[0].territoriesWithValue", equalTo(2))
                .body("periods[1].territoriesWithValue", equalTo(0))
                .body(of("2024") + ".territoriesWithValue", equalTo(7))
                .body(of("2024") + ".territories", equalTo(8))
                .body(of("2024") + ".missing.NO_DATA", equalTo(1))
                .body(of("2024") + ".reported", equalTo(84))
                .body(of("2024") + ".expected", equalTo(84))
                .body(
                        "explanation.en",
                        equalTo("Cases: there are values from 2015 to 2026. In 2026, 2 of 8 territories have one."))
                .body("sources.role", contains("NUMERATOR"))
                .body("warnings.code", hasItem("PROXY_INDICATOR"));
    }

    /** 13101 tells half of the year and 13127 all of it; five others have begun to report and tell nothing. */
    @Test
    void coverageOfAPeriodIsWhatWasReportedOfWhatWasExpected() {
        availabilityOf(Country.COUNT, Map.of("period", "2025"))
                .body("periods.period", contains("2025"))
                .body("periods[0].territoriesWithValue", equalTo(2))
                .body("periods[0].partial", equalTo(1))
                .body("periods[0].reported", equalTo(18))
                .body("periods[0].expected", equalTo(84))
                .body("periods[0].missing.NO_DATA", equalTo(6))
                .body("warnings.code", hasItem("PARTIAL_PERIODS"));
    }

    @Test
    void territoryTellsItsFirstAndLastPeriodAndTheGapsBetween() {
        availabilityOf(Country.COUNT, Map.of())
                .body(at("13127") + ".firstPeriod", equalTo("2022"))
                .body(at("13127") + ".lastPeriod", equalTo("2026"))
                .body(at("13127") + ".periodsWithValue", equalTo(5))
                .body(at("13127") + ".gaps", empty())
                .body(at("13101") + ".firstPeriod", equalTo("2015"))
                .body(at("13101") + ".periodsWithValue", equalTo(5))
                .body(at("13101") + ".gaps", contains("2016", "2017", "2018", "2019", "2020", "2021", "2023"))
                .body(at("08102") + ".firstPeriod", nullValue())
                .body(at("08102") + ".periodsWithValue", equalTo(0));
    }

    @Test
    void reasonTellsWhatAValueLacks() {
        availabilityOf(Country.RATE, Map.of("period", "2022"))
                .body("periods[0].territoriesWithValue", equalTo(1))
                .body("periods[0].missing.NO_POPULATION", equalTo(1));
        availabilityOf(Country.BOTH, Map.of("period", "2024"))
                .body("periods[0].territoriesWithValue", equalTo(6))
                .body("periods[0].missing.INCOMPLETE_CODES", equalTo(1));
    }

    @Test
    void levelAndHolderAndMonthsCanBeAskedFor() {
        availabilityOf(Country.COUNT, Map.of("level", "region", "period", "2024"))
                .body("territories.territory.code", contains("01", "13", "16", "08"))
                .body("periods[0].territoriesWithValue", equalTo(4));
        availabilityOf(Country.COUNT, Map.of("within", "13", "period", "2025-06..2025-07"))
                .body("territories.territory.code", contains("13101", "13127", "13203"))
                .body("periods.period", contains("2025-06", "2025-07"))
                .body("periods.territoriesWithValue", contains(2, 1));
    }

    /** 16101 was 08401 until 2018, and its publisher tells 2015 under the new code. */
    @Test
    void placeThatIsToldUnderAnotherCodeIsNotMissing() {
        availabilityOf(Country.COUNT, Map.of("period", "2015"))
                .body("territories.territory.code", not(hasItem("08401")))
                .body("territories.territory.code", hasItem("16101"));
        availabilityOf(Country.COUNT, Map.of("period", "2015", "boundaries", "asWas"))
                .body("boundaries", equalTo("asWas"))
                .body("territories.territory.code", hasItem("08401"))
                .body("territories.territory.code", not(hasItem("16101")));
    }

    @Test
    void beforeTheReleaseThereIsNothing() {
        String before = Country.PUBLISHED_AT.minusSeconds(1).toString();

        availabilityOf(Country.COUNT, Map.of("period", "2024", "asOf", before))
                .body("asOf", equalTo(before))
                .body("firstPeriod", nullValue())
                .body("periods.territoriesWithValue", everyItem(equalTo(0)))
                .body("warnings.code", hasItem("NO_RELEASE"));
    }

    @Test
    void unknownHolderIsAWarning() {
        availabilityOf(Country.COUNT, Map.of("within", "99", "period", "2024"))
                .body("territories", empty())
                .body("warnings.find { it.code == 'UNKNOWN_TERRITORY' }.message", containsString("99"));
    }

    @ParameterizedTest
    @CsvSource({
        "period,2024..2018,NOT_A_PERIOD",
        "level,comuna,NOT_ONE_OF",
        "within,Recoleta,WRONG_FORM",
        "asOf,yesterday,NOT_AN_INSTANT"
    })
    void malformedValueIsNamed(String parameter, String value, String code) {
        Caller.reader()
                .queryParam(parameter, value)
                .get("/v1/indicators/{code}/availability", Country.COUNT)
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_QUESTION"))
                .body("errors.parameter", contains(parameter))
                .body("errors.code", contains(code));
    }

    @Test
    void everyFaultIsToldAtOnceAndUnknownIndicatorIsNotFound() {
        Caller.reader()
                .queryParams(Map.of("level", "city", "asOf", "1"))
                .get("/v1/indicators/{code}/availability", Country.COUNT)
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItems("level", "asOf"));
        Caller.reader()
                .get("/v1/indicators/{code}/availability", "T_NOBODY_KNOWS")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_INDICATOR"));
    }

    private static ValidatableResponse availabilityOf(String indicator, Map<String, String> parameters) {
        return Caller.reader()
                .queryParams(parameters)
                .get("/v1/indicators/{code}/availability", indicator)
                .then()
                .statusCode(200);
    }

    private static String of(String period) {
        return "periods.find { it.period == '%s' }".formatted(period);
    }

    private static String at(String territory) {
        return "territories.find { it.territory.code == '%s' }".formatted(territory);
    }
}
