package cl.observatory.query.measure;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Amounts add up and have decimals; indices stand alone; chance says nothing of either. */
@QuarkusTest
@WithTestResource(Servers.class)
class AmountsTest {

    @Test
    void amountsAddUpWithTheirDecimalsAndHaveNoInterval() {
        // Given
        DatasetDefined pesos = Surveys.dataset("AMOUNT", null, 2);
        IndicatorDefined amount = Surveys.indicator(pesos);
        publish(pesos, amount, List.of(Cell.plain("13101", 2024, 1_000_050), Cell.plain("13127", 2024, 5)));

        // When
        ValidatableResponse series = series(amount, "131,13101");

        // Then
        series.body("items.value", contains(new BigDecimal("10000.55"), new BigDecimal("10000.50")))
                .body("items.status", contains("A", "A"))
                .body("items[0]", not(hasKey("interval")))
                .body("items[0]", not(hasKey("reliability")));
    }

    @Test
    void amountCanBeDividedByPeople() {
        // Given
        Country.published();
        DatasetDefined pesos = Surveys.dataset("AMOUNT", null, 2);
        IndicatorDefined plain = Surveys.indicator(pesos);
        IndicatorDefined perHead = new IndicatorDefined(
                plain.code(),
                1,
                plain.labels(),
                plain.description(),
                "RATE",
                plain.numerator(),
                new IndicatorDefined.Selection(Country.PEOPLE.id(), Map.of()),
                1,
                "CLP",
                "NEUTRAL",
                false);
        publish(pesos, perHead, List.of(Cell.plain("13101", 2024, 60_000_000)));

        // When
        ValidatableResponse series = series(perHead, "13101");

        // Then
        series.body("items[0].value", equalTo(new BigDecimal("1.50")))
                .body("items[0].numerator", equalTo(new BigDecimal("600000.00")))
                .body("items[0].denominator", equalTo(400_000))
                .body("items[0].status", equalTo("A"))
                .body("items[0]", not(hasKey("interval")));
    }

    @Test
    void indexStandsForItselfAlone() {
        // Given
        DatasetDefined dataset = Surveys.dataset("INDEX", null, 1);
        IndicatorDefined index = Surveys.indicator(dataset);
        publish(
                dataset,
                index,
                List.of(
                        Cell.plain("13101", 2023, -50),
                        Cell.plain("13101", 2024, 1_041),
                        Cell.plain("13127", 2024, 3)));

        // When
        ValidatableResponse series = series(index, "CL,13101");

        // Then
        series.body("items.value", contains(nullValue(), equalTo(new BigDecimal("104.1"))))
                .body("items.reason", contains("NEVER_ADDED_UP", null))
                .body("items[1].status", equalTo("A"))
                .body("items[1].numerator", nullValue())
                .body("items[1]", not(hasKey("interval")));
        Caller.reader()
                .queryParam("period", "2024")
                .queryParam("level", "region")
                .get("/v1/indicators/{code}/ranking", index.code())
                .then()
                .body("items", empty())
                .body("warnings.code", hasItem("NEVER_ADDED_UP"));
        Caller.reader()
                .queryParam("period", "2023..2024")
                .queryParam("territory", "13101")
                .get("/v1/indicators/{code}/series", index.code())
                .then()
                .body("items[1].change.difference", equalTo(new BigDecimal("109.1")))
                .body("items[1].change.percent", nullValue())
                .body("items[1].change.significant", nullValue());
    }

    private static void publish(DatasetDefined dataset, IndicatorDefined indicator, List<Cell> cells) {
        try (Publisher publisher = new Publisher()) {
            publisher.territories();
            publisher.define(indicator);
            Surveys.publish(publisher, dataset, 1, cells);
        }
        Caller.awaitRelease(dataset.id(), 1);
        Caller.awaitFound("/v1/indicators/{code}", indicator.code());
    }

    private static ValidatableResponse series(IndicatorDefined indicator, String territory) {
        return Caller.reader()
                .queryParam("territory", territory)
                .queryParam("period", "2024")
                .get("/v1/indicators/{code}/series", indicator.code())
                .then()
                .statusCode(200);
    }
}
