package cl.observatory.query.measure;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.query.Caller;
import cl.observatory.query.Country;
import cl.observatory.query.Publisher;
import cl.observatory.query.Rows;
import cl.observatory.query.Servers;
import cl.observatory.query.Surveys;
import cl.observatory.query.Surveys.Cell;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Shares of cases in cases: sums over sums, with what is known of both.
 *
 * <p>Of all drug cases of a commune (4) some are trafficking (40101). 01101 had none at all in 2024, 01107 tells no total,
 * 08101 tells the total of half a year, and 16101 has more of the part than of the whole.
 */
@QuarkusTest
@WithTestResource(Servers.class)
class SharesTest {

    private static final DatasetDefined CASES = Publisher.cases("share-cases");
    private static final DatasetDefined OTHERS = Publisher.cases("share-others");
    private static final String SHARE = "T_TRAFFICKING_SHARE";
    private static final String RATIO = "T_TWO_SOURCES_SHARE";

    private static boolean published;

    @BeforeEach
    void publish() {
        if (published) {
            return;
        }
        Country.published();
        try (Publisher publisher = new Publisher()) {
            publisher.territories();
            publisher.classes();
            List.of(CASES, OTHERS).forEach(publisher::define);
            publisher.define(Publisher.share(SHARE, CASES.id(), List.of("40101"), CASES.id(), List.of("4"), true));
            publisher.define(Publisher.share(RATIO, CASES.id(), List.of("40101"), OTHERS.id(), List.of("4"), false));
            publisher.release(
                    CASES,
                    1,
                    new Rows()
                            .year("13101", 2023, "40101", 10)
                            .year("13101", 2023, "4", 50)
                            .year("13101", 2024, "40101", 12)
                            .year("13101", 2024, "4", 48)
                            .year("13127", 2024, "40101", 30)
                            .months("13127", 2024, 12, "4", 60, "P")
                            .year("13203", 2024, "40101", 6)
                            .year("13203", 2024, "4", 12)
                            .year("01101", 2024, "40101", 0)
                            .year("01101", 2024, "4", 0)
                            .year("01107", 2024, "40101", 5)
                            .year("08101", 2024, "40101", 4)
                            .months("08101", 2024, 6, "4", 40, "A")
                            .year("16101", 2024, "40101", 9)
                            .year("16101", 2024, "4", 8)
                            .list());
            publisher.release(
                    OTHERS,
                    1,
                    new Rows()
                            .year("13101", 2024, "4", 24)
                            .year("13127", 2024, "4", 20)
                            .year("01101", 2024, "4", 100)
                            .list());
        }
        List.of(CASES, OTHERS).forEach(dataset -> Caller.awaitRelease(dataset.id(), 1));
        List.of(SHARE, RATIO).forEach(code -> Caller.awaitFound("/v1/indicators/{code}", code));
        published = true;
    }

    /** The mean of the three communes would be 41.67. */
    @Test
    void sumsAreDividedAndSharesAreNeverAveraged() {
        series(SHARE, "13,13101,13127,13203", "2024")
                .body("items.value", contains(decimal("40.00"), decimal("25.00"), decimal("50.00"), decimal("50.00")))
                .body("items.numerator", contains(48, 12, 30, 6))
                .body("items.denominator", contains(120, 48, 60, 12));
    }

    /** 12 of 48 is worked by hand in the method. */
    @Test
    void partOfAWholeHasTheIntervalOfWilson() {
        series(SHARE, "13,13101", "2024")
                .body("items.interval.lower", contains(decimal("31.68"), decimal("14.92")))
                .body("items.interval.upper", contains(decimal("48.94"), decimal("38.78")));
    }

    @Test
    void statusAndCoverageAreThoseOfBothSides() {
        series(SHARE, "13,13101,13127,13203", "2024")
                .body("items.status", contains("P", "A", "P", "U"))
                .body("items[0].coverage.reported", equalTo(36))
                .body("items[0].coverage.denominator.expected", equalTo(36))
                .body("items[1].coverage.denominator.reported", equalTo(12))
                .body("warnings.code", hasItem("PROVISIONAL_VALUES"))
                .body("warnings.findAll { it.code == 'SYNTHETIC_DATA' }.size()", equalTo(1));
    }

    @Test
    void whatCannotBeDividedHasAReason() {
        series(SHARE, "CL,01101,01107,16101,08101,08102", "2024")
                .body("items.value", everyItem(nullValue()))
                .body(
                        "items.reason",
                        contains(
                                "UNEQUAL_SIDES",
                                "NO_DENOMINATOR",
                                "NO_DENOMINATOR",
                                "PART_EXCEEDS_WHOLE",
                                "UNEQUAL_SIDES",
                                "NO_DATA"))
                .body("items.status", contains("O", "O", "O", "O", "O", "O"))
                .body("items[1].denominator", equalTo(0))
                .body("items[2]", not(hasKey("denominator")))
                .body("items[3].numerator", equalTo(9))
                .body("items[3].denominator", equalTo(8))
                .body("items[3]", not(hasKey("interval")))
                .body("warnings.code", hasItem("NO_DENOMINATOR"))
                .body("warnings.code", hasItem("UNEQUAL_SIDES"))
                .body("warnings.code", hasItem("PART_EXCEEDS_WHOLE"));
    }

    /** Of eleven months there are no cases and no share; of March there is one, and none of the year's. */
    @Test
    void monthIsDividedByTheSameMonth() {
        series(SHARE, "13101", "2024-02..2024-03")
                .body("items.value", contains(nullValue(), equalTo(decimal("25.00"))))
                .body("items.reason", contains("NO_DENOMINATOR", null))
                .body("items[1].denominator", equalTo(48));
    }

    @Test
    void seriesTellsChangesInPointsAndSaysTheAnswer() {
        series(SHARE, "13101", "2023..2024")
                .body("items.value", contains(decimal("20.00"), decimal("25.00")))
                .body("items[1].change.difference", equalTo(decimal("5.00")))
                .body("items[1].change.percent", equalTo(decimal("25.00")))
                .body("explanation.en", containsString("Share in en 13101, 2024: 25"))
                .body("explanation.en", containsString("between 14.92 and 38.78"));
        series(SHARE, "16101", "2024").body("explanation.en", containsString("more of the part than of the whole"));
    }

    @Test
    void rankingComparesFractionsExactlyAndAsksForNoPopulation() {
        Caller.reader()
                .queryParam("period", "2024")
                .get("/v1/indicators/{code}/ranking", SHARE)
                .then()
                .statusCode(200)
                .body("minPopulation", nullValue())
                .body("items.measure.territory.code", contains("13127", "13203", "13101"))
                .body("items.rank", contains(1, 1, 3))
                .body("items[0].overlappingRanks.last", equalTo(1))
                .body("items[1].overlappingRanks.last", equalTo(3))
                .body("items[2].overlappingRanks.first", equalTo(1))
                .body("notRanked.find { it.measure.territory.code == '16101' }.reason", equalTo("NO_VALUE"))
                .body("explanation.en", containsString("first is en 13127 with 50"));
    }

    @Test
    void twoSourcesAreDividedWithoutAnInterval() {
        series(RATIO, "131,13101,13127", "2024")
                .body("items.value", contains(decimal("95.45"), decimal("50.00"), decimal("150.00")))
                .body("items[2]", not(hasKey("interval")))
                .body("items.status", contains("A", "U", "A"))
                .body("sources.dataset", contains(CASES.id(), OTHERS.id()))
                .body("sources.role", contains("NUMERATOR", "DENOMINATOR"));
    }

    /** 13203 tells its part and no whole: of the region 48 would be divided by 44, and 6 of them come from elsewhere. */
    @Test
    void sumsOfDifferentPlacesAreNotDivided() {
        series(RATIO, "CL,13,132", "2024")
                .body("items.value", everyItem(nullValue()))
                .body("items.reason", contains("UNEQUAL_SIDES", "UNEQUAL_SIDES", "NO_DENOMINATOR"))
                .body("items[1].numerator", equalTo(48))
                .body("items[1].denominator", equalTo(44))
                .body("warnings.code", hasItem("UNEQUAL_SIDES"));
    }

    @Test
    void amountsAreDividedWithTheirDecimals() {
        // Given
        DatasetDefined spent = Surveys.dataset("AMOUNT", null, 2);
        DatasetDefined budget = Surveys.dataset("AMOUNT", null, 0);
        IndicatorDefined plain = Surveys.indicator(spent);
        IndicatorDefined share = new IndicatorDefined(
                plain.code(),
                1,
                plain.labels(),
                plain.description(),
                "SHARE",
                plain.numerator(),
                Surveys.indicator(budget).numerator(),
                100,
                "PT",
                "NEUTRAL",
                false,
                false);
        long largest = 4_000_000_000_000_000L;

        // When
        try (Publisher publisher = new Publisher()) {
            publisher.territories();
            publisher.define(share);
            Surveys.publish(
                    publisher, spent, 1, List.of(Cell.plain("13101", 2024, 150), Cell.plain("13127", 2024, largest)));
            Surveys.publish(
                    publisher, budget, 1, List.of(Cell.plain("13101", 2024, 6), Cell.plain("13127", 2024, largest)));
        }
        List.of(spent, budget).forEach(dataset -> Caller.awaitRelease(dataset.id(), 1));
        Caller.awaitFound("/v1/indicators/{code}", share.code());

        // Then
        series(share.code(), "13101", "2024")
                .body("items[0].value", equalTo(decimal("25.00")))
                .body("items[0].numerator", equalTo(decimal("1.50")))
                .body("items[0].denominator", equalTo(6))
                .body("items[0].status", equalTo("A"))
                .body("items[0]", not(hasKey("interval")));
        Caller.reader()
                .queryParam("period", "2024")
                .get("/v1/indicators/{code}/ranking", share.code())
                .then()
                .statusCode(200)
                .body("items.measure.territory.code", contains("13101", "13127"));
    }

    @Test
    void profileAvailabilityAndPeersTellShares() {
        Caller.reader()
                .get("/v1/territories/13101/profile")
                .then()
                .statusCode(200)
                .body(
                        "blocks.find { it.kind == 'RECORDED_CRIME' }.items.find { it.indicator.code == '" + SHARE
                                + "' }.measure.value",
                        equalTo(decimal("25.00")));
        Caller.reader()
                .queryParam("period", "2024")
                .get("/v1/indicators/{code}/availability", SHARE)
                .then()
                .statusCode(200)
                .body("periods[0].territoriesWithValue", equalTo(3))
                .body(
                        "periods[0].missing",
                        equalTo(Map.of(
                                "NO_DATA", 1, "NO_DENOMINATOR", 2, "UNEQUAL_SIDES", 1, "PART_EXCEEDS_WHOLE", 1)));
        Caller.reader()
                .queryParam("indicator", SHARE)
                .queryParam("period", "2024")
                .queryParam("population", Country.PEOPLE.id())
                .queryParam("k", "2")
                .get("/v1/territories/13101/peers")
                .then()
                .statusCode(200)
                .body("place.value", equalTo(decimal("25.00")))
                .body("items.measure.territory.code", contains("13127", "13203"))
                .body("median", equalTo(decimal("50.00")))
                .body("standing.percentile", equalTo(decimal("0.0")))
                .body("standing.overlapping", equalTo(1));
    }

    /** Nothing but the definition is new: no release comes after it, and nothing is started again. */
    @Test
    void newIndicatorAnswersFromWhatThereIsAlready() {
        // Given
        String code = Publisher.unique("T").replace('-', '_').toUpperCase(Locale.ROOT);
        Caller.reader().get("/v1/indicators/{code}/series", code).then().statusCode(404);

        // When
        try (Publisher publisher = new Publisher()) {
            publisher.define(Publisher.share(code, CASES.id(), List.of("40101"), CASES.id(), List.of("4"), true));
        }
        Caller.awaitFound("/v1/indicators/{code}", code);

        // Then
        series(code, "13101", "2024").body("items.value", contains(decimal("25.00")));
    }

    @Test
    void formulaIsTold() {
        Caller.reader()
                .get("/v1/indicators/{code}", SHARE)
                .then()
                .statusCode(200)
                .body("indicator.type", equalTo("SHARE"))
                .body("indicator.unit", equalTo("PT"))
                .body("indicator.per", equalTo(100))
                .body("aggregation", equalTo("RATIO_OF_SUMS"))
                .body("decimals", equalTo(2))
                .body("officialStatus", equalTo("DERIVED"))
                .body("partOfWhole", equalTo(true))
                .body("denominator.dataset", equalTo(CASES.id()))
                .body("denominator.title.en", equalTo("Synthetic data"))
                .body("denominator.filters.CRIME_CLASS", contains("4"));
    }

    private static ValidatableResponse series(String code, String territory, String period) {
        return Caller.reader()
                .queryParam("territory", territory)
                .queryParam("period", period)
                .header("Accept-Language", "en")
                .get("/v1/indicators/{code}/series", code)
                .then()
                .statusCode(200);
    }

    private static BigDecimal decimal(String number) {
        return new BigDecimal(number);
    }
}
