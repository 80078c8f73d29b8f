package cl.observatory.query.breaks;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cl.observatory.events.reference.BreaksDefined;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher;
import cl.observatory.query.Rows;
import cl.observatory.query.Servers;
import cl.observatory.query.Surveys;
import cl.observatory.query.Surveys.Cell;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What readers are told of breaks. */
@QuarkusTest
@WithTestResource(Servers.class)
class BreaksTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Instant KNOWN = Instant.parse("2025-01-01T00:00:00Z");

    private final Publisher publisher = new Publisher();
    private final DatasetDefined dataset = Surveys.dataset("ESTIMATE", "PERCENT", 1);
    private final IndicatorDefined indicator = Surveys.indicator(dataset);

    @BeforeEach
    void publish() {
        publisher.territories();
        publisher.define(dataset);
        publisher.define(indicator);
        Surveys.publish(
                publisher,
                dataset,
                1,
                Instant.parse("2024-12-01T00:00:00Z"),
                List.of(
                        Cell.of("13101", 2021, 200, 10L, 600L, 60L),
                        Cell.of("13101", 2022, 250, 10L, 600L, 60L),
                        Cell.of("13101", 2024, 400, 10L, 40L, 60L),
                        Cell.of("13101", 2025, 410, 10L, 600L, 60L)));
        Caller.awaitRelease(dataset.id(), 1);
        Caller.awaitFound("/v1/indicators/{code}", indicator.code());
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void listIsFoundAsItWasDefined() {
        // When
        define(Surveys.breaks(dataset, 1, KNOWN, "2023", "2025"));

        // Then
        get(Map.of("dataset", dataset.id()))
                .body("items.period", contains("2023", "2025"))
                .body("items[0].dataset", equalTo(dataset.id()))
                .body("items[0].type", equalTo("METHOD"))
                .body("items[0].note.es", equalTo("Otro cuestionario."))
                .body("items[0]", not(hasKey("bridge")))
                .body("items[0].list.version", equalTo(1))
                .body("items[0].list.definedAt", equalTo("2025-01-01T00:00:00Z"));
        get(Map.of()).body("items.dataset", hasItem(dataset.id()));
        get(Map.of("dataset", dataset.id(), "asOf", "2024-12-31T23:59:59Z")).body("items", empty());
    }

    @Test
    void newerVersionHoldsWhicheverCameFirst() {
        // Given
        define(Surveys.breaks(dataset, 2, KNOWN.plusSeconds(9), "2023"));

        // When
        publisher.reference(BreaksDefined.TYPE, dataset.id(), Surveys.breaks(dataset, 1, KNOWN, "2021", "2022"));
        define(Surveys.breaks(Surveys.dataset("INDEX", null, 0), 1, KNOWN, "2020"));

        // Then
        get(Map.of("dataset", dataset.id())).body("items.period", contains("2023"));
        get(Map.of("dataset", dataset.id(), "asOf", KNOWN.toString())).body("items.period", contains("2021", "2022"));
    }

    @Test
    void unknownDatasetHasNoBreaks() {
        Caller.reader()
                .queryParam("dataset", "no-such-dataset")
                .get("/v1/breaks")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_DATASET"));
        Caller.reader().queryParam("asOf", "now").get("/v1/breaks").then().statusCode(400);
    }

    /** There was no wave in 2023, so the first after the break is that of 2024; it is unreliable besides. */
    @Test
    void seriesMarksTheFirstValueAfterABreakAndTellsNoChangeAcrossIt() {
        // Given
        define(Surveys.breaks(dataset, 1, KNOWN, "2023"));

        // When
        ValidatableResponse series = series(Map.of("period", "2021..2025"));

        // Then
        series.body("items.status", contains("A", "A", "O", "B", "A"))
                .body("items[3].flags", contains("U"))
                .body("items[1].change.percent", equalTo(new BigDecimal("25.00")))
                .body("items[3].change.since", equalTo("2022"))
                .body("items[3].change.crossesBreak", equalTo(true))
                .body("items[3].change.difference", nullValue())
                .body("items[3].change.percent", nullValue())
                .body("items[3].change.significant", nullValue())
                .body("items[4].change.percent", equalTo(new BigDecimal("2.50")))
                .body("warnings.code", hasItem("BREAK_CROSSED"))
                .body("warnings.find { it.code == 'BREAK_CROSSED' }.message", containsString("Another questionnaire."));
    }

    @Test
    void changeAcrossABreakIsToldToWhoeverAsksForIt() {
        // Given
        define(Surveys.breaks(dataset, 1, KNOWN, "2023"));

        // When
        ValidatableResponse series = series(Map.of("period", "2021..2025", "allowBreak", "true"));

        // Then
        series.body("items[3].change.crossesBreak", equalTo(true))
                .body("items[3].change.percent", equalTo(new BigDecimal("60.00")))
                .body("items[3].change.significant", equalTo(true))
                .body("items[4].change.crossesBreak", equalTo(false));
        Caller.reader()
                .queryParam("allowBreak", "yes")
                .get("/v1/indicators/{code}/series", indicator.code())
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("allowBreak"));
    }

    @Test
    void seriesOnOneSideOfABreakIsNotWarnedOfIt() {
        // Given
        define(Surveys.breaks(dataset, 1, KNOWN, "2023"));

        // When
        ValidatableResponse before = series(Map.of("period", "2021..2022"));
        ValidatableResponse after = series(Map.of("period", "2024..2025"));

        // Then
        before.body("warnings.code", not(hasItem("BREAK_CROSSED"))).body("items.status", contains("A", "A"));
        after.body("warnings.code", not(hasItem("BREAK_CROSSED"))).body("items.status", contains("U", "A"));
    }

    @Test
    void breakThatWasNotKnownYetIsNotTold() {
        // Given
        define(Surveys.breaks(dataset, 1, KNOWN, "2023"));

        // When
        ValidatableResponse series = series(
                Map.of("period", "2021..2025", "asOf", KNOWN.minusMillis(1).toString()));

        // Then
        series.body("items.status", contains("A", "A", "O", "U", "A"))
                .body("warnings.code", not(hasItem("BREAK_CROSSED")));
    }

    @Test
    void observationsOfBothSidesAreWarnedOfIt() {
        // Given
        define(Surveys.breaks(dataset, 1, KNOWN, "2023"));

        // When
        ValidatableResponse both = observations("2021..2025");
        ValidatableResponse after = observations("2024..2025");

        // Then
        both.body("warnings.code", hasItem("BREAK_CROSSED"));
        after.body("warnings.code", not(hasItem("BREAK_CROSSED")));
    }

    /** A year of months that a break lies within is made in two ways. */
    @Test
    void rankingOfAPeriodThatABreakLiesWithinWarnsOfIt() {
        // Given
        DatasetDefined cases = Publisher.cases(Publisher.unique("cases"));
        String code = Publisher.unique("T").replace('-', '_').toUpperCase(Locale.ROOT);
        publisher.define(cases);
        publisher.define(Publisher.count(code, cases.id(), "40101"));
        publisher.release(
                cases,
                1,
                new Rows()
                        .year("13101", 2023, "40101", 50)
                        .year("13101", 2024, "40101", 60)
                        .list());
        Caller.awaitRelease(cases.id(), 1);
        Caller.awaitFound("/v1/indicators/{code}", code);

        // When
        define(Surveys.breaks(cases, 1, KNOWN, "2023-06"));

        // Then
        ranking(code, "2023")
                .body("warnings.code", hasItem("BREAK_CROSSED"))
                .body("items[0].measure.status", equalTo("B"));
        ranking(code, "2024")
                .body("warnings.code", not(hasItem("BREAK_CROSSED")))
                .body("items[0].measure.status", equalTo("A"));
    }

    private void define(BreaksDefined list) {
        publisher.reference(BreaksDefined.TYPE, list.datasetId(), list);
        await().atMost(PATIENCE)
                .untilAsserted(() -> get(Map.of())
                        .body(
                                "items.findAll { it.dataset == '%s' }.list.version".formatted(list.datasetId()),
                                hasItem((int) list.version())));
    }

    private static ValidatableResponse get(Map<String, String> question) {
        return Caller.reader().queryParams(question).get("/v1/breaks").then().statusCode(200);
    }

    private ValidatableResponse series(Map<String, String> question) {
        return Caller.reader()
                .queryParams(question)
                .queryParam("territory", "13101")
                .header("Accept-Language", "en")
                .get("/v1/indicators/{code}/series", indicator.code())
                .then()
                .statusCode(200);
    }

    private ValidatableResponse observations(String period) {
        return Caller.reader()
                .queryParam("period", period)
                .get("/v1/datasets/{id}/observations", dataset.id())
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse ranking(String code, String period) {
        return Caller.reader()
                .queryParam("period", period)
                .get("/v1/indicators/{code}/ranking", code)
                .then()
                .statusCode(200);
    }
}
