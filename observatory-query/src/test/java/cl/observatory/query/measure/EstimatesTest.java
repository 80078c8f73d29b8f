package cl.observatory.query.measure;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher;
import cl.observatory.query.Servers;
import cl.observatory.query.Surveys;
import cl.observatory.query.Surveys.Cell;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Estimates of a survey, from their batches to every answer that shows them. */
@QuarkusTest
@WithTestResource(Servers.class)
class EstimatesTest {

    private static final DatasetDefined DATASET = Surveys.dataset("ESTIMATE", "PROPORTION", 4);
    private static final IndicatorDefined INDICATOR = Surveys.indicator(DATASET);

    private static boolean published;

    @BeforeEach
    void publish() {
        if (published) {
            return;
        }
        try (Publisher publisher = new Publisher()) {
            publisher.territories();
            publisher.define(INDICATOR);
            Surveys.publish(
                    publisher,
                    DATASET,
                    1,
                    List.of(
                            Cell.of("13101", 2022, 3_000, 150L, 600L, 60L),
                            Cell.of("13101", 2023, 3_600, 150L, 600L, 60L).between(3_310, 3_900),
                            Cell.of("13101", 2024, 3_700, 150L, 600L, 60L),
                            Cell.of("13127", 2024, 2_500, 500L, 400L, 40L),
                            Cell.of("13203", 2024, 9_000, 100L, 59L, 40L),
                            Cell.of("01101", 2024, 800, 110L, null, null),
                            Cell.plain("01107", 2024, 1_000).between(500, 2_200),
                            new Cell("16101", "2024", null, null, null, null, 12L, null, "O")));
        }
        Caller.awaitRelease(DATASET.id(), 1);
        Caller.awaitFound("/v1/indicators/{code}", INDICATOR.code());
        published = true;
    }

    @Test
    void observationsShowWhatWasPublishedBesideTheValue() {
        // When
        ValidatableResponse cells = observations(Map.of("period", "2023..2024"));

        // Then
        cells.body("items.territory.code", contains("01101", "01107", "13101", "13101", "13127", "13203", "16101"))
                .body("items[2].value", equalTo(new BigDecimal("0.3600")))
                .body("items[2].standardError", equalTo(new BigDecimal("0.0150")))
                .body("items[2].interval.lower", equalTo(new BigDecimal("0.3310")))
                .body("items[2].interval.upper", equalTo(new BigDecimal("0.3900")))
                .body("items[2].sampleSize", equalTo(600))
                .body("items[2].degreesOfFreedom", equalTo(60))
                .body(
                        "items.reliability",
                        contains("UNKNOWN", "UNKNOWN", "RELIABLE", "RELIABLE", "WEAK", "UNRELIABLE", null))
                .body("items.status", contains("A", "A", "A", "A", "A", "U", "O"))
                .body("items[1]", not(hasKey("standardError")))
                .body("items[0]", not(hasKey("interval")));
    }

    /** 0.3700 ± 2.0003 × 0.0150. */
    @Test
    void intervalThatWasNotPublishedIsMadeOfTheStandardError() {
        series(Map.of("territory", "13101", "period", "2024"))
                .body("items[0].value", equalTo(new BigDecimal("0.3700")))
                .body("items[0].interval.lower", equalTo(new BigDecimal("0.3400")))
                .body("items[0].interval.upper", equalTo(new BigDecimal("0.4000")))
                .body("items[0].numerator", nullValue())
                .body("items[0].reliability", equalTo("RELIABLE"))
                .body("items[0]", not(hasKey("denominator")));
    }

    @Test
    void changeBetweenWavesIsMoreThanChanceOrNot() {
        // When
        ValidatableResponse series = series(Map.of("territory", "13101", "period", "2022..2024"));

        // Then
        series.body("items[0]", not(hasKey("change")))
                .body("items[1].change.since", equalTo("2022"))
                .body("items[1].change.difference", equalTo(new BigDecimal("0.0600")))
                .body("items[1].change.percent", equalTo(new BigDecimal("20.00")))
                .body("items[1].change.significant", equalTo(true))
                .body("items[1].change", not(hasKey("ratio")))
                .body("items[1].change.crossesBreak", equalTo(false))
                .body("items[2].change.difference", equalTo(new BigDecimal("0.0100")))
                .body("items[2].change.significant", equalTo(false));
    }

    /** 0.37 and 0.25 are 0.12 apart, 2.3 times √(0.015² + 0.05²); the third has no standard error. */
    @Test
    void rankingWithholdsWhatIsNotReliableAndTellsByStandardErrorsWhatMayBeChance() {
        // When
        ValidatableResponse ranking = Caller.reader()
                .queryParam("period", "2024")
                .get("/v1/indicators/{code}/ranking", INDICATOR.code())
                .then()
                .statusCode(200);

        // Then
        ranking.body("items.measure.territory.code", contains("13101", "13127", "01107", "01101"))
                .body("items.rank", contains(1, 2, 3, 4))
                .body("items[1].measure.reliability", equalTo("WEAK"))
                .body("items.collect { it.overlappingRanks?.first }", contains(1, 2, null, 4))
                .body("items.collect { it.overlappingRanks?.last }", contains(1, 2, null, 4))
                .body("items[0]", not(hasKey("ratioToNext")))
                .body("notRanked.reason", hasItems("UNRELIABLE", "NO_VALUE"))
                .body("notRanked.find { it.reason == 'UNRELIABLE' }.measure.territory.code", equalTo("13203"))
                .body("notRanked.find { it.reason == 'UNRELIABLE' }.measure.value", nullValue())
                .body("notRanked.find { it.reason == 'UNRELIABLE' }.measure.status", equalTo("U"))
                .body("notRanked.find { it.reason == 'UNRELIABLE' }.measure.reason", equalTo("UNRELIABLE"))
                .body("notRanked.find { it.reason == 'UNRELIABLE' }.measure", not(hasKey("interval")))
                .body("notRanked.find { it.reason == 'UNRELIABLE' }.measure", not(hasKey("standardError")))
                .body("warnings.code", hasItems("UNRELIABLE_NOT_RANKED", "RELIABILITY_UNKNOWN"));
    }

    @Test
    void coarserQuestionHasNoValueAndIsToldWhy() {
        // When
        ValidatableResponse series = series(Map.of("territory", "13,CL", "period", "2024"));
        ValidatableResponse cells = observations(Map.of("level", "region", "period", "2024"));

        // Then
        series.body("items.value", everyItem(nullValue()))
                .body("items.status", contains("O", "O"))
                .body("items.reason", contains("NEVER_ADDED_UP", "NEVER_ADDED_UP"))
                .body("warnings.code", hasItem("NEVER_ADDED_UP"));
        cells.body("items", empty()).body("warnings.code", hasItem("NEVER_ADDED_UP"));
        observations(Map.of("period", "2024")).body("warnings.code", not(hasItem("NEVER_ADDED_UP")));
        series(Map.of("territory", "13101", "period", "2024")).body("warnings.code", not(hasItem("NEVER_ADDED_UP")));
    }

    private static ValidatableResponse observations(Map<String, String> question) {
        return Caller.reader()
                .queryParams(question)
                .get("/v1/datasets/{id}/observations", DATASET.id())
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse series(Map<String, String> question) {
        return Caller.reader()
                .queryParams(question)
                .get("/v1/indicators/{code}/series", INDICATOR.code())
                .then()
                .statusCode(200);
    }
}
