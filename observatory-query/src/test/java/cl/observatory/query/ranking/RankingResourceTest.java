package cl.observatory.query.ranking;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.query.Caller;
import cl.observatory.query.Country;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class RankingResourceTest {

    private Country country;

    @BeforeEach
    void publish() {
        country = Country.published();
    }

    @Test
    void rateIsTheCountToThePeopleOfTheSameYearWithItsInterval() {
        rankingOf("2024")
                .body("indicator.code", equalTo(Country.RATE))
                .body("indicator.per", equalTo(100_000))
                .body("indicator.unit", equalTo("R100K"))
                .body("items[0].measure.territory.code", equalTo("13127"))
                .body("items[0].measure.period", equalTo("2024"))
                .body("items[0].measure.numerator", equalTo(239))
                .body("items[0].measure.denominator", equalTo(196_856))
                .body("items[0].measure.value", equalTo(new BigDecimal("121.41")))
                .body("items[0].measure.interval.lower", equalTo(new BigDecimal("106.50")))
                .body("items[0].measure.interval.upper", equalTo(new BigDecimal("137.82")))
                .body("items[0].measure.status", equalTo("A"))
                .body("items[0].measure.flags", empty())
                .body("items[0].measure.monthsCovered", equalTo(12))
                .body("items[0].measure.coverage.reported", equalTo(12))
                .body("items[0].measure.coverage.expected", equalTo(12))
                .body("items[0].measure", not(hasKey("reason")));
    }

    @Test
    void equalRatesShareARankInGeographicOrderAndTheNextRankCountsThem() {
        JsonPath answer = rankingOf("2024").extract().jsonPath();

        assertEquals(List.of("13127", "01101", "01107", "13101", "16101", "08101"), codes(answer));
        assertEquals(List.of(1, 2, 2, 2, 5, 6), answer.getList("items.rank"));
    }

    @Test
    void sentencesSayWhoIsFirstAndLastAndWhatMayBeChance() {
        JsonPath answer = rankingOf("2024").extract().jsonPath();

        String said = answer.getString("explanation.en");
        assertTrue(
                said.contains("first is " + answer.getString("items[0].measure.territory.labels.en") + " with "), said);
        assertTrue(
                said.contains("last is " + answer.getString("items[-1].measure.territory.labels.en") + " with "), said);
        assertTrue(said.contains("down to place " + answer.getInt("items[0].overlappingRanks.last")), said);
        assertTrue(
                said.endsWith("Without a rank: " + answer.getList("notRanked").size() + "."), said);
    }

    @Test
    void ascendingOrderBeginsAtTheOtherEnd() {
        JsonPath answer = rankingOf("2024", Map.of("order", "asc")).extract().jsonPath();

        assertEquals(List.of("08101", "16101", "01101", "01107", "13101", "13127"), codes(answer));
        assertEquals(List.of(1, 2, 3, 3, 3, 6), answer.getList("items.rank"));
    }

    /**
     * 121.41 of 239 cases differs from 100 of 200 and of 400 cases, and not from 100 of 100 cases, 01107: 1.2141 [0.9613,
     * 1.5333]. The intervals of the values themselves overlap in all three.
     */
    @Test
    void rankTellsHowFarItMayBeChance() {
        JsonPath answer = rankingOf("2024").extract().jsonPath();

        assertEquals(List.of(1, 2, 1, 2, 5, 6), answer.getList("items.collect { it.overlappingRanks.first }"));
        assertEquals(List.of(2, 2, 2, 2, 5, 6), answer.getList("items.collect { it.overlappingRanks.last }"));
    }

    /** ln(121.41 ÷ 100) = 0.19399, give or take 1.96 × √(1/239 + 1/200) = 0.18783. */
    @Test
    void stepToTheNextIsARatioWithItsInterval() {
        rankingOf("2024")
                .body("items[0].ratioToNext.value", equalTo(new BigDecimal("1.2141")))
                .body("items[0].ratioToNext.lower", equalTo(new BigDecimal("1.0062")))
                .body("items[0].ratioToNext.upper", equalTo(new BigDecimal("1.4650")))
                .body("items[1].ratioToNext.value", equalTo(new BigDecimal("1.0000")))
                .body("items[5]", not(hasKey("ratioToNext")));
    }

    /** All cases are those of March; nobody told anything of the first quarter of 2027. */
    @Test
    void quarterOfMonthlyDataIsRanked() {
        rankingOf("2024-Q1")
                .body("period", equalTo("2024-Q1"))
                .body("items.measure.territory.code", contains("13127", "01101", "01107", "13101", "16101", "08101"))
                .body("items[0].measure.numerator", equalTo(239))
                .body("items[0].measure.denominator", equalTo(196_856))
                .body("items[0].measure.value", equalTo(new BigDecimal("121.41")))
                .body("items[0].measure.monthsCovered", equalTo(3));
        rankingOf("2025-S2")
                .body("items.measure.territory.code", contains("13127"))
                .body("items[0].measure.numerator", equalTo(0))
                .body("notRanked.find { it.measure.territory.code == '13101' }.reason", equalTo("NO_VALUE"));
        rankingOf("2027-Q1").body("items", empty());
    }

    @Test
    void territoryOfFewPeopleIsListedAndCountedButNotRanked() {
        rankingOf("2024")
                .body("minPopulation", equalTo(10_000))
                .body("notRanked.find { it.measure.territory.code == '13203' }.reason", equalTo("SMALL_POPULATION"))
                .body("notRanked.find { it.measure.territory.code == '13203' }.measure.numerator", equalTo(31))
                .body(
                        "warnings.find { it.code == 'SMALL_NOT_RANKED' }.message",
                        allOf(containsString("1 territories"), containsString("10,000")));
    }

    @Test
    void territoryOfFewPeopleIsRankedOnDemandAndCalledUnreliable() {
        rankingOf("2024", Map.of("minPopulation", "1900"))
                .body("minPopulation", equalTo(1_900))
                .body("items[0].measure.territory.code", equalTo("13203"))
                .body("items[0].measure.numerator", equalTo(31))
                .body("items[0].measure.status", equalTo("U"))
                .body("notRanked.reason", not(hasItem("SMALL_POPULATION")));
        rankingOf("2024", Map.of("minPopulation", "1901")).body("items[0].measure.territory.code", equalTo("13127"));
    }

    @Test
    void fewCasesAreCalledUnreliable() {
        rankingOf("2024")
                .body("items.find { it.measure.territory.code == '08101' }.measure.numerator", equalTo(10))
                .body("items.find { it.measure.territory.code == '08101' }.measure.status", equalTo("U"))
                .body("items.find { it.measure.territory.code == '16101' }.measure.numerator", equalTo(30))
                .body("items.find { it.measure.territory.code == '16101' }.measure.status", equalTo("A"));
    }

    @Test
    void zeroCasesAreAValueAndNoRowsAreNone() {
        rankingOf("2023")
                .body("items.measure.territory.code", contains("01101", "13127"))
                .body("items[1].measure.numerator", equalTo(0))
                .body("items[1].measure.value", equalTo(new BigDecimal("0.00")))
                .body("items[1].measure.interval.lower", equalTo(new BigDecimal("0.00")))
                .body("items[1].measure.interval.upper", equalTo(new BigDecimal("1.86")))
                .body("items[1].measure.status", equalTo("U"))
                .body("notRanked.find { it.measure.territory.code == '13101' }.reason", equalTo("NO_VALUE"))
                .body("notRanked.find { it.measure.territory.code == '13101' }.measure.reason", equalTo("NO_DATA"))
                .body("notRanked.find { it.measure.territory.code == '13101' }.measure.value", nullValue())
                .body("notRanked.find { it.measure.territory.code == '13101' }.measure.numerator", nullValue())
                .body("notRanked.find { it.measure.territory.code == '13101' }.measure.status", equalTo("O"));
    }

    @Test
    void withoutPeopleThereIsNoRate() {
        rankingOf("2022")
                .body("items.measure.territory.code", contains("13101"))
                .body("notRanked.find { it.measure.territory.code == '13127' }.measure.numerator", equalTo(24))
                .body("notRanked.find { it.measure.territory.code == '13127' }.measure.value", nullValue())
                .body(
                        "notRanked.find { it.measure.territory.code == '13127' }.measure.reason",
                        equalTo("NO_POPULATION"))
                .body("warnings.code", hasItem("NO_POPULATION"));
    }

    /** Region 13 of 2022 has the cases of 13127 and not its people: dividing by the others would make the rate too high. */
    @Test
    void peopleOfEveryPlaceThatCasesComeFromMustBeKnown() {
        rankingOf("2022", Map.of("level", "region"))
                .body("items", empty())
                .body("notRanked.find { it.measure.territory.code == '13' }.measure.numerator", equalTo(64))
                .body("notRanked.find { it.measure.territory.code == '13' }.measure.reason", equalTo("NO_POPULATION"));
    }

    @Test
    void sumOfSomeOfTheCodesIsNotPassedOffAsAll() {
        rankingOf(Country.BOTH, "2024", Map.of())
                .body("items.measure.territory.code", not(hasItem("01107")))
                .body("items[0].measure.territory.code", equalTo("13127"))
                .body("items[0].measure.numerator", equalTo(250))
                .body(
                        "notRanked.find { it.measure.territory.code == '01107' }.measure.reason",
                        equalTo("INCOMPLETE_CODES"))
                .body("notRanked.find { it.measure.territory.code == '01107' }.measure.numerator", nullValue())
                .body("notRanked.find { it.measure.territory.code == '01107' }.measure.value", nullValue());
    }

    @Test
    void wholeAndPartialYearsAreNotRankedTogether() {
        rankingOf("2025")
                .body("items.measure.territory.code", contains("13127"))
                .body("items[0].measure.monthsCovered", equalTo(12))
                .body("notRanked.find { it.measure.territory.code == '13101' }.reason", equalTo("PARTIAL_PERIOD"))
                .body("notRanked.find { it.measure.territory.code == '13101' }.measure.monthsCovered", equalTo(6))
                .body("warnings.code", hasItem("PARTIAL_NOT_RANKED"));
    }

    @Test
    void yearThatIsPartialEverywhereIsRankedWithAWarning() {
        rankingOf("2026")
                .body("items.measure.territory.code", contains("13101", "13127"))
                .body("items.measure.monthsCovered", contains(6, 6))
                .body("items[0].measure.value", equalTo(new BigDecimal("12.50")))
                .body("items[0].measure.status", equalTo("P"))
                .body("warnings.code", hasItem("PARTIAL_PERIODS"))
                .body("warnings.code", hasItem("PROVISIONAL_VALUES"));
    }

    /** Region 13 of 2025 lacks half a year of its largest commune: what is missing is not zero. */
    @Test
    void regionThatLacksManyCellsIsNotRanked() {
        rankingOf("2025", Map.of("level", "region"))
                .body("items", empty())
                .body("notRanked.find { it.measure.territory.code == '13' }.reason", equalTo("INCOMPLETE"))
                .body("notRanked.find { it.measure.territory.code == '13' }.measure.coverage.reported", equalTo(18))
                .body("notRanked.find { it.measure.territory.code == '13' }.measure.coverage.expected", equalTo(36))
                .body("warnings.code", hasItem("INCOMPLETE_NOT_RANKED"));
    }

    @Test
    void areasAreSummedBeforeTheyAreDivided() {
        rankingOf("2024", Map.of("level", "region"))
                .body("items.measure.territory.code", contains("13", "01", "16", "08"))
                .body("items[0].measure.numerator", equalTo(670))
                .body("items[0].measure.denominator", equalTo(598_756))
                .body("items[0].measure.value", equalTo(new BigDecimal("111.90")));
        rankingOf("2024", Map.of("level", "province", "within", "13", "minPopulation", "0"))
                .body("items.measure.territory.code", contains("132", "131"))
                .body("items[1].measure.numerator", equalTo(639))
                .body("items[1].measure.denominator", equalTo(596_856));
        rankingOf("2024", Map.of("level", "country")).body("items.measure.territory.code", contains("CL"));
    }

    @Test
    void peopleOfPlacesThatNeverReportAreTold() {
        rankingOf("2024", Map.of("level", "region"))
                .body("items.find { it.measure.territory.code == '08' }.measure.denominator", equalTo(151_000))
                .body(
                        "items.find { it.measure.territory.code == '08' }.measure.coverage.silentPopulation",
                        equalTo(1_000))
                .body(
                        "items.find { it.measure.territory.code == '01' }.measure.coverage",
                        not(hasKey("silentPopulation")))
                .body("warnings.code", hasItem("SILENT_PLACES"));
        rankingOf("2024", Map.of("level", "region", "within", "13"))
                .body("warnings.code", not(hasItem("SILENT_PLACES")));
    }

    @Test
    void onlyTerritoriesWithinTheOneAskedForAreRanked() {
        rankingOf("2024", Map.of("within", "13"))
                .body("items.measure.territory.code", contains("13127", "13101"))
                .body("notRanked.measure.territory.code", contains("13203"));
    }

    @Test
    void unknownTerritoryGivesAnEmptyRankingWithAWarning() {
        rankingOf("2024", Map.of("within", "99"))
                .body("items", empty())
                .body("warnings.find { it.code == 'UNKNOWN_TERRITORY' }.message", containsString("99"));
    }

    @Test
    void countsAreRankedWhateverThePopulation() {
        rankingOf(Country.COUNT, "2024", Map.of())
                .body("minPopulation", nullValue())
                .body(
                        "items.measure.territory.code",
                        contains("13101", "13127", "01101", "01107", "13203", "16101", "08101"))
                .body("items[0].measure.value", equalTo(400))
                .body("items[0].measure", not(hasKey("denominator")))
                .body("sources.role", contains("NUMERATOR"));
    }

    @Test
    void oneMonthIsRankedByTheRateOfThatMonth() {
        rankingOf("2024-03", Map.of("within", "13"))
                .body("period", equalTo("2024-03"))
                .body("items[0].measure.value", equalTo(new BigDecimal("121.41")))
                .body("items[0].measure.monthsCovered", equalTo(1));
        rankingOf("2024-04", Map.of("within", "13")).body("items[0].measure.value", equalTo(new BigDecimal("0.00")));
    }

    /** Publishers tell the past in today's division; 08401 became 16101 in 2018. */
    @Test
    void pastToldInTodaysDivisionIsRankedWithAWarning() {
        rankingOf("2015")
                .body("items.measure.territory.code", contains("16101", "13101"))
                .body("notRanked.measure.territory.code", not(hasItem("08401")))
                .body("warnings.code", hasItem("ANOTHER_DIVISION"));
        rankingOf("2024").body("warnings.code", not(hasItem("ANOTHER_DIVISION")));
    }

    @Test
    void territoriesOfTheDivisionAskedForAreListed() {
        rankingOf("2016").body("notRanked.measure.territory.code", hasItem("16101"));
        rankingOf("2016").body("notRanked.measure.territory.code", not(hasItem("08401")));
        rankingOf("2016", Map.of("boundaries", "asWas"))
                .body("boundaries", equalTo("asWas"))
                .body("notRanked.measure.territory.code", hasItem("08401"))
                .body("notRanked.measure.territory.code", not(hasItem("16101")));
        rankingOf("2024", Map.of("boundaries", "asWas"))
                .body("notRanked.measure.territory.code", not(hasItem("08401")));
    }

    @Test
    void pastIsRankedInTheDivisionOfTheTimeWhenAskedFor() {
        rankingOf("2015", Map.of("boundaries", "asWas"))
                .body("items.measure.territory.code", contains("08401", "13101"))
                .body("items[0].measure.value", equalTo(new BigDecimal("66.67")))
                .body("warnings.code", not(hasItem("ANOTHER_DIVISION")));
    }

    @Test
    void sourcesNameReleaseAndPopulationBase() {
        rankingOf("2024")
                .body("sources.role", contains("NUMERATOR", "DENOMINATOR"))
                .body("sources[0].dataset", equalTo(Country.CASES.id()))
                .body("sources[0].publisher", equalTo("Nobody"))
                .body("sources[0].publisherTitle", equalTo("Made up"))
                .body("sources[0].licence", equalTo("CC0-1.0"))
                .body("sources[0].synthetic", equalTo(true))
                .body("sources[0].release.id", equalTo(country.cases.releaseId().toString()))
                .body("sources[0].release.checksum", equalTo(country.cases.checksum()))
                .body("sources[1].dataset", equalTo(Country.PEOPLE.id()))
                .body("sources[1].populationBase", equalTo("SYNTHETIC"))
                .body(
                        "sources[1].release.id",
                        equalTo(country.people.releaseId().toString()))
                .body("warnings.findAll { it.code == 'SYNTHETIC_DATA' }.size()", equalTo(2));
    }

    @Test
    void proxyIsCalledOne() {
        rankingOf(Country.COUNT, "2024", Map.of())
                .body("indicator.proxy", equalTo(true))
                .body("warnings.code", hasItem("PROXY_INDICATOR"));
        rankingOf("2024").body("warnings.code", not(hasItem("PROXY_INDICATOR")));
    }

    private static List<String> codes(JsonPath answer) {
        return answer.getList("items.measure.territory.code");
    }

    private static ValidatableResponse rankingOf(String period) {
        return rankingOf(period, Map.of());
    }

    private static ValidatableResponse rankingOf(String period, Map<String, String> parameters) {
        return rankingOf(Country.RATE, period, parameters);
    }

    private static ValidatableResponse rankingOf(String indicator, String period, Map<String, String> parameters) {
        RequestSpecification request =
                Caller.reader().header("Accept-Language", "en").queryParam("period", period);
        return request.queryParams(parameters)
                .get("/v1/indicators/{code}/ranking", indicator)
                .then()
                .statusCode(200);
    }
}
