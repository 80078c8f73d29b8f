package cl.observatory.query.observation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class TwoDimensionsTest {

    private final DatasetDefined dataset =
            Publisher.cases(Publisher.unique("cases"), Frequency.A, "CRIME_CLASS", "SEX");

    @BeforeEach
    void publish() {
        try (Publisher publisher = new Publisher()) {
            publisher.territories();
            publisher.classes();
            publisher.release(
                    dataset,
                    1,
                    List.of(
                            Row.of("13101", "2024", "40101|F", 1),
                            Row.of("13101", "2024", "40101|M", 20),
                            Row.of("13101", "2024", "40102|F", 300),
                            Row.of("13101", "2024", "40102|M", 4_000),
                            Row.of("13127", "2024", "40101|F", 50_000)));
            Caller.awaitRelease(dataset.id(), 1);
        }
    }

    @Test
    void eachDimensionIsFilteredByItself() {
        slice("SEX:F").body("items.value", contains(1, 50_000, 300));
        slice("CRIME_CLASS:40101").body("items.value", contains(1, 50_000, 20));
        slice("CRIME_CLASS:40102", "SEX:M").body("items.value", contains(4_000));
        slice("SEX:F,M", "CRIME_CLASS:40102").body("items.value", contains(300, 4_000));
    }

    /** Of a scheme that nobody has published, no code can be called unknown. */
    @Test
    void codesOfAnUnpublishedSchemeComeWithoutNames() {
        slice("SEX:F", "CRIME_CLASS:40101")
                .body("items[0].dimensions.SEX.code", equalTo("F"))
                .body("items[0].dimensions.SEX.labels", nullValue())
                .body("items[0].dimensions.CRIME_CLASS.labels.en", equalTo("Trafficking"))
                .body("warnings.code", not(hasItem("UNKNOWN_CODE")));
    }

    @Test
    void indicatorAddsUpEveryCombinationOfItsCodes() {
        // Given
        String code = Publisher.unique("T").replace('-', '_').toUpperCase(Locale.ROOT);
        IndicatorDefined one = Publisher.count(code, dataset.id(), "40101");
        try (Publisher publisher = new Publisher()) {
            publisher.define(new IndicatorDefined(
                    code,
                    1,
                    one.labels(),
                    one.description(),
                    one.type(),
                    new IndicatorDefined.Selection(
                            dataset.id(), Map.of("SEX", List.of("M", "F"), "CRIME_CLASS", List.of("40101", "40102"))),
                    null,
                    null,
                    one.unit(),
                    one.direction(),
                    false));
        }

        // When
        Caller.awaitFound("/v1/indicators/{code}", code);

        // Then
        Caller.reader()
                .queryParam("territory", "13101,13127")
                .queryParam("period", "2024")
                .get("/v1/indicators/{code}/series", code)
                .then()
                .statusCode(200)
                .body("items.numerator", contains(equalTo(4_321), nullValue()))
                .body("items.reason", hasItem("INCOMPLETE_CODES"));
    }

    private ValidatableResponse slice(String... dimensions) {
        return Caller.reader()
                .queryParam("dimension", (Object[]) dimensions)
                .queryParam("period", "2024")
                .get("/v1/datasets/{id}/observations", dataset.id())
                .then()
                .statusCode(200);
    }
}
