package cl.observatory.ingest.annotation;

import static cl.observatory.ingest.annotation.TownHall.PUBLISH;
import static cl.observatory.ingest.annotation.TownHall.annotate;
import static cl.observatory.ingest.annotation.TownHall.annotation;
import static cl.observatory.ingest.annotation.TownHall.bound;
import static cl.observatory.ingest.annotation.TownHall.isProblem;
import static cl.observatory.ingest.annotation.TownHall.moderate;
import static cl.observatory.ingest.annotation.TownHall.moderator;
import static cl.observatory.ingest.annotation.TownHall.request;
import static cl.observatory.ingest.annotation.TownHall.told;
import static cl.observatory.ingest.annotation.TownHall.townHall;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Definitions;
import cl.observatory.ingest.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said beside a figure, and of which figures. */
@QuarkusTest
@WithTestResource(Servers.class)
class NewAnnotationTest {

    private String dataset;

    @BeforeEach
    void defineDataset() {
        dataset = Cases.define().dataset();
    }

    @Test
    void annotationIsAboutADataSetOrAnIndicator() {
        // Given
        String code = Definitions.newId().replace('-', '_').toUpperCase(Locale.ROOT);
        request(Caller.steward())
                .body("""
                        {"labels": {"es": "Casos", "en": "Cases"}, "description": {"es": "Qué", "en": "What"},
                         "type": "COUNT", "numerator": {"dataset": "%s", "filters": {"CRIME_CLASS": ["40101"]}},
                         "unit": "CASES", "direction": "AMBIGUOUS", "proxy": false}
                        """.formatted(dataset).getBytes(StandardCharsets.UTF_8))
                .put("/v1/indicators/{code}", code)
                .then()
                .statusCode(200);
        String ofIndicator = annotation(dataset).replace("\"dataset\": \"" + dataset, "\"indicator\": \"" + code);

        // When
        ValidatableResponse taken = annotate(townHall(), ofIndicator);
        moderate(moderator(), taken, PUBLISH).statusCode(200);

        // Then
        assertEquals(code, told(taken).getFirst().indicator());
        isProblem(annotate(townHall(), annotation(dataset).replace(dataset, "no-such-set")), 404, "UNKNOWN_DATASET");
        isProblem(annotate(townHall(), ofIndicator.replace(code, "NO_SUCH")), 404, "UNKNOWN_INDICATOR");
        String both = annotation(dataset).replace("\"territory\"", "\"indicator\": \"" + code + "\", \"territory\"");
        isProblem(annotate(townHall(), both), 400, "DEFINITION_INVALID")
                .body("errors.code", equalTo(List.of("DATASET_OR_INDICATOR")));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03, 2024-01, PERIODS_NO_RANGE",
        "2024,    2024-03, PERIODS_NO_RANGE",
        "2024-13, 2024-03, PERIOD_MALFORMED",
        "enero,   2024-03, PERIOD_MALFORMED"
    })
    void periodsAreARange(String from, String to, String fault) {
        // Given
        String asked = annotation(dataset)
                .replace("\"periodFrom\": \"2024-01\"", "\"periodFrom\": \"" + from + "\"")
                .replace("\"periodTo\": \"2024-03\"", "\"periodTo\": \"" + to + "\"");

        // Then
        isProblem(annotate(townHall(), asked), 400, "DEFINITION_INVALID").body("errors.code", hasItem(fault));
    }

    @Test
    void territoryExists() {
        isProblem(
                annotate(
                        bound("clerk", "ministry", "CL", "data:write"),
                        annotation(dataset).replace("\"13101\"", "\"99999\"")),
                403,
                "TERRITORY_NOT_ALLOWED");
        isProblem(
                        annotate(
                                Caller.bound("clerk", Map.of("org", "ministry"), "data:write"),
                                annotation(dataset).replace("\"13101\"", "\"99999\"")),
                        400,
                        "DEFINITION_INVALID")
                .body("errors.code", equalTo(List.of("TERRITORY_UNKNOWN")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>fuerte</b>",
                "<script>alert(1)</script>",
                "<!-- -->",
                "</p>",
                "un\\ttab",
                "un\\u0007timbre",
                "al rev\\u202Ees",
                "\\u0085",
                "   ",
                ""
            })
    void textIsPlain(String text) {
        isProblem(
                        annotate(townHall(), annotation(dataset).replace("La unidad estuvo cerrada.", text)),
                        400,
                        "INVALID_REQUEST")
                .body("errors.pointer", hasItem("/wording/text/es"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5 < 6 y 7 > 6", "una línea\\notra", "¿Por qué? «Así» — 100 %", "a <3 b"})
    void signsThatAreNoMarkupStay(String text) {
        annotate(townHall(), annotation(dataset).replace("La unidad estuvo cerrada.", text))
                .statusCode(201);
    }

    @Test
    void textHasAnEndAndReferencesAreAddresses() {
        String tooLong = annotation(dataset).replace("La unidad estuvo cerrada.", "a".repeat(2001));
        String noAddress = annotation(dataset).replace("https://example.org/works", "javascript:alert(1)");

        annotate(townHall(), tooLong.replace("a".repeat(2001), "a".repeat(2000)))
                .statusCode(201);
        isProblem(annotate(townHall(), tooLong), 400, "INVALID_REQUEST")
                .body("errors.pointer", containsInAnyOrder("/wording/text/es"));
        isProblem(annotate(townHall(), noAddress), 400, "INVALID_REQUEST")
                .body("errors.pointer", containsInAnyOrder("/wording/reference"));
    }
}
