package cl.observatory.query.profile;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.Topics;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.release.ReleaseWithdrawn;
import cl.observatory.query.Caller;
import cl.observatory.query.Country;
import cl.observatory.query.Publisher;
import cl.observatory.query.Servers;
import cl.observatory.query.Surveys;
import cl.observatory.query.Surveys.Cell;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One place, by every indicator that there is. */
@QuarkusTest
@WithTestResource(Servers.class)
class ProfileResourceTest {

    private static final DatasetDefined SURVEY = Surveys.dataset("ESTIMATE", "PROPORTION", 4);
    private static final DatasetDefined BUDGET = Surveys.dataset("AMOUNT", null, 0);
    private static final DatasetDefined SIGNALS = community(Surveys.dataset("COUNT", null, 0));
    private static final DatasetDefined REMOVED = Surveys.dataset("COUNT", null, 0);

    /** Before anybody's community signals, in this test or another. */
    private static final Instant BEFORE_SIGNALS = Instant.parse("2025-02-01T00:00:00Z");

    private static boolean published;
    private static Country country;

    @BeforeEach
    void publish() {
        country = Country.published();
        if (published) {
            return;
        }
        try (Publisher publisher = new Publisher()) {
            List.of(SURVEY, BUDGET, SIGNALS, REMOVED).forEach(dataset -> {
                publisher.define(dataset);
                publisher.define(Surveys.indicator(dataset));
            });
            Surveys.publish(
                    publisher,
                    SURVEY,
                    1,
                    Country.PUBLISHED_AT,
                    List.of(
                            Cell.of("13101", 2023, 3_600, 150L, 600L, 60L),
                            Cell.of("13101", 2024, 3_700, 150L, 600L, 60L),
                            Cell.of("13203", 2024, 9_000, 100L, 59L, 40L),
                            new Cell("16101", "2024", null, null, null, null, 12L, null, "O")));
            Surveys.publish(publisher, BUDGET, 1, Country.PUBLISHED_AT, List.of(Cell.plain("13101", 2022, 7_000)));
            Surveys.publish(publisher, SIGNALS, 1, List.of(Cell.plain("13101", 2025, 15)));
            ReleasePublished release =
                    Surveys.publish(publisher, REMOVED, 1, Country.PUBLISHED_AT, List.of(Cell.plain("13101", 2024, 1)));
            publisher.send(Topics.RELEASES, Publisher.event(withdrawal(release)));
        }
        List.of(SURVEY, BUDGET, SIGNALS).forEach(dataset -> Caller.awaitRelease(dataset.id(), 1));
        List.of(SURVEY, BUDGET, SIGNALS, REMOVED)
                .forEach(dataset -> Caller.awaitFound(
                        "/v1/indicators/{code}", Surveys.indicator(dataset).code()));
        Awaitility.await()
                .untilAsserted(() -> Caller.reader()
                        .get("/v1/datasets/{id}/releases", REMOVED.id())
                        .then()
                        .body("items[0].withdrawal.reason", equalTo("DISCLOSURE")));
        published = true;
    }

    @Test
    void kindsStandSideBySideAndThereIsNothingOverThem() {
        ValidatableResponse profile = profileOf("13101");

        profile.body("blocks.kind", contains("RECORDED_CRIME", "SURVEY_ESTIMATES", "SOCIAL_DATA", "COMMUNITY_SIGNALS"))
                .body("blocks[0].labels.es", equalTo("Delitos registrados"))
                .body("blocks[0].labels.en", equalTo("Recorded crime"))
                .body("territory.code", equalTo("13101"));
        assertEquals(
                Set.of("territory", "blocks"),
                profile.extract().<Map<String, Object>>path("$").keySet());
    }

    @Test
    void everyIndicatorStandsInTheBlockOfItsData() {
        profileOf("13101")
                .body(codesOf("RECORDED_CRIME"), hasItem(Country.RATE))
                .body(codesOf("SURVEY_ESTIMATES"), hasItem(code(SURVEY)))
                .body(codesOf("SOCIAL_DATA"), hasItem(code(BUDGET)))
                .body(codesOf("COMMUNITY_SIGNALS"), hasItem(code(SIGNALS)));
    }

    /** Its release ends in June of 2026, so that 2025 is the last year that is told to its end. */
    @Test
    void valueIsOfTheLatestCompletePeriodWithItsOwnSourceAndDate() {
        ValidatableResponse profile = profileOf("13127");

        profile.body(of(Country.RATE) + ".measure.period", equalTo("2025"))
                .body(of(Country.RATE) + ".measure.numerator", equalTo(60))
                .body(of(Country.RATE) + ".measure.denominator", equalTo(196_856))
                .body(of(Country.RATE) + ".measure.value", equalTo(new BigDecimal("30.48")))
                .body(of(Country.RATE) + ".measure.interval.lower", equalTo(new BigDecimal("23.26")))
                .body(of(Country.RATE) + ".measure.status", equalTo("A"))
                .body(
                        of(Country.RATE) + ".explanation.es",
                        equalTo("Tasa en es 13127, 2025: 30,48. Solo por azar puede estar entre 23,26 y 39,23."))
                .body(of(Country.RATE) + ".explanation.en", containsString("Rate in en 13127, 2025: 30.48."))
                .body(of(Country.RATE) + ".indicator.unit", equalTo("R100K"))
                .body(of(Country.RATE) + ".sources.role", contains("NUMERATOR", "DENOMINATOR"))
                .body(
                        of(Country.RATE) + ".sources[0].release.id",
                        equalTo(country.cases.releaseId().toString()))
                .body(of(Country.RATE) + ".sources[0].release.retrievedAt", notNullValue())
                .body(of(Country.RATE) + ".sources[0].release.publishedAt", equalTo("2025-01-01T12:00:00Z"));
        profileOf("13101")
                .body(of(code(SURVEY)) + ".measure.period", equalTo("2024"))
                .body(of(code(SURVEY)) + ".measure.value", equalTo(new BigDecimal("0.3700")))
                .body(of(code(BUDGET)) + ".measure.period", equalTo("2022"))
                .body(of(code(BUDGET)) + ".measure.value", equalTo(7_000));
    }

    @Test
    void caveatsStandByTheFigureThatTheyAreAbout() {
        ValidatableResponse profile = profileOf("13203");

        profile.body(of(code(SURVEY)) + ".measure.status", equalTo("U"))
                .body(of(code(SURVEY)) + ".measure.reliability", equalTo("UNRELIABLE"))
                .body(of(code(SURVEY)) + ".warnings.code", hasItem("UNRELIABLE_ESTIMATES"))
                .body(of(code(SURVEY)) + ".explanation.en", containsString("not sure"))
                .body(of(Country.COUNT) + ".warnings.code", not(hasItem("UNRELIABLE_ESTIMATES")))
                .body(of(Country.COUNT) + ".warnings.code", hasItem("PROXY_INDICATOR"))
                .body(of(code(SURVEY)) + ".warnings.code", not(hasItem("PROXY_INDICATOR")));
    }

    @Test
    void whatIsMissingIsSaidToBeMissingAndWhy() {
        profileOf("13127")
                .body(of(code(SURVEY)) + ".measure", hasKey("value"))
                .body(of(code(SURVEY)) + ".measure.value", nullValue())
                .body(of(code(SURVEY)) + ".measure.status", equalTo("O"))
                .body(of(code(SURVEY)) + ".measure.reason", equalTo("NO_DATA"))
                .body(
                        of(code(SURVEY)) + ".explanation.en",
                        equalTo("Value in en 13127, 2024: there is no value, because nothing was reported for it."));
        profileOf("13").body(of(code(SURVEY)) + ".measure.reason", equalTo("NEVER_ADDED_UP"));
    }

    @Test
    void communitySignalsAreLeftOutWhileThereAreNone() {
        profileOf("13101", BEFORE_SIGNALS)
                .body("blocks.kind", contains("RECORDED_CRIME", "SURVEY_ESTIMATES", "SOCIAL_DATA"))
                .body("asOf", equalTo(BEFORE_SIGNALS.toString()))
                .body(of(code(SURVEY)) + ".measure.value", equalTo(new BigDecimal("0.3700")));
    }

    @Test
    void indicatorWithoutAReleaseHasNoMeasureAndSaysSo() {
        profileOf("13101", Country.PUBLISHED_AT.minusSeconds(1))
                .body(of(Country.RATE), not(hasKey("measure")))
                .body(of(Country.RATE) + ".reason", equalTo("NO_RELEASE"))
                .body(of(Country.RATE) + ".explanation.en", containsString("there was no release"));
    }

    @Test
    void removedReleaseTakesNoOtherFigureAway() {
        profileOf("13101", BEFORE_SIGNALS)
                .body(of(code(REMOVED)) + ".reason", equalTo("RELEASE_REMOVED"))
                .body(of(code(REMOVED)), not(hasKey("measure")))
                .body(of(code(BUDGET)) + ".measure.value", equalTo(7_000));
    }

    @Test
    void warningsAreInTheLanguageOfTheCaller() {
        Caller.reader()
                .header("Accept-Language", "en")
                .get("/v1/territories/{code}/profile", "13101")
                .then()
                .body(of(Country.COUNT) + ".warnings.message", hasItem(containsString("proxy")));
    }

    @Test
    void everyParameterThatCannotBeReadIsNamed() {
        Caller.reader()
                .queryParam("asOf", "yesterday")
                .get("/v1/territories/{code}/profile", "Recoleta")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_QUESTION"))
                .body("errors.parameter", contains("code", "asOf"))
                .body("errors.code", contains("NOT_A_TERRITORY_CODE", "NOT_AN_INSTANT"));
        Caller.reader()
                .get("/v1/territories/{code}/profile", "99999")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_TERRITORY"));
    }

    private static ValidatableResponse profileOf(String territory) {
        return Caller.reader()
                .get("/v1/territories/{code}/profile", territory)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse profileOf(String territory, Instant asOf) {
        return Caller.reader()
                .queryParam("asOf", asOf.toString())
                .get("/v1/territories/{code}/profile", territory)
                .then()
                .statusCode(200);
    }

    private static String of(String indicator) {
        return "blocks.items.flatten().find { it.indicator.code == '%s' }".formatted(indicator);
    }

    private static String codesOf(String kind) {
        return "blocks.find { it.kind == '%s' }.items.indicator.code".formatted(kind);
    }

    private static String code(DatasetDefined dataset) {
        IndicatorDefined indicator = Surveys.indicator(dataset);
        return indicator.code();
    }

    private static ReleaseWithdrawn withdrawal(ReleasePublished release) {
        return new ReleaseWithdrawn(
                release.releaseId(),
                release.datasetId(),
                release.sequence(),
                release.publishedAt(),
                Instant.parse("2025-06-01T10:00:00Z"),
                ReleaseWithdrawn.DISCLOSURE,
                null);
    }

    private static DatasetDefined community(DatasetDefined dataset) {
        return new DatasetDefined(
                dataset.id(),
                dataset.title(),
                dataset.kind(),
                dataset.level(),
                "REPORTS",
                dataset.decimals(),
                dataset.frequency(),
                dataset.dimensions(),
                dataset.source(),
                "COMMUNITY",
                null,
                true,
                dataset.definedAt());
    }
}
