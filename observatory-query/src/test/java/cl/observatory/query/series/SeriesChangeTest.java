package cl.observatory.query.series;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cl.observatory.events.reference.BreaksDefined;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Rows;
import cl.observatory.query.Servers;
import cl.observatory.query.Surveys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What values are compared with, and whether they differ by more than chance. */
@QuarkusTest
@WithTestResource(Servers.class)
class SeriesChangeTest {

    private final Publisher publisher = new Publisher();
    private final DatasetDefined cases = Publisher.cases(Publisher.unique("cases"));
    private final String indicator = Publisher.unique("T").replace('-', '_').toUpperCase(Locale.ROOT);

    /** Ten cases each month of 2023, 20 each month of 2024, and of 2025 only January, with 18. */
    @BeforeEach
    void publish() {
        Rows rows = new Rows();
        for (int month = 1; month <= 12; month++) {
            rows.row(Row.of("13101", "2023-%02d".formatted(month), "40101", 10));
            rows.row(Row.of("13101", "2024-%02d".formatted(month), "40101", 20));
        }
        rows.row(Row.of("13101", "2025-01", "40101", 18));
        publisher.territories();
        publisher.define(Publisher.count(indicator, cases.id(), "40101"));
        publisher.release(cases, 1, rows.list());
        Caller.awaitRelease(cases.id(), 1);
        Caller.awaitFound("/v1/indicators/{code}", indicator);
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    /** From 10 to 20 the ratio is 2 [0.9362, 4.2727]; from 20 to 18 it is 0.9 [0.4761, 1.7013]. */
    @Test
    void monthIsComparedWithTheSameMonthOfTheYearBeforeThoughThatIsNotShown() {
        // When
        ValidatableResponse series = series(Map.of("period", "2024-12..2025-01", "change", "yearBefore"));

        // Then
        series.body("change", equalTo("yearBefore"))
                .body("items.period", contains("2024-12", "2025-01"))
                .body("items.change.since", contains("2023-12", "2024-01"))
                .body("items.change.difference", contains(10, -2))
                .body("items[0].change.percent", equalTo(new BigDecimal("100.00")))
                .body("items[0].change.ratio.value", equalTo(new BigDecimal("2.0000")))
                .body("items[0].change.ratio.lower", equalTo(new BigDecimal("0.9362")))
                .body("items[0].change.ratio.upper", equalTo(new BigDecimal("4.2727")))
                .body("items.change.significant", contains(false, false))
                .body("explanation.en", containsString("From 2024-01 (a year before) there is no significant change."))
                .body(
                        "explanation.es",
                        containsString("Respecto de 2024-01 (un año antes) no hay variación significativa."));
    }

    /** Between 120 and 240 chance has less to say: 2 [1.6064, 2.49]. */
    @Test
    void changeOfAYearIsToldWithItsRatio() {
        series(Map.of("period", "2024", "change", "yearBefore"))
                .body("items[0].change.since", equalTo("2023"))
                .body("items[0].change.significant", equalTo(true))
                .body("items[0].change.ratio.lower", equalTo(new BigDecimal("1.6064")))
                .body(
                        "explanation.en",
                        containsString("From 2023 (a year before) it differs by +120, that is +100 %. It is more than "
                                + "chance would do: the ratio of the two may lie between 1.6064 and 2.49."));
        series(Map.of("period", "2024")).body("items[0]", not(hasKey("change")));
    }

    @Test
    void partialYearIsNotComparedWithTheWholeOneBefore() {
        series(Map.of("period", "2025", "change", "yearBefore"))
                .body("items[0].numerator", equalTo(18))
                .body("items[0]", not(hasKey("change")));
        series(Map.of("period", "2025-Q1", "change", "yearBefore")).body("items[0]", not(hasKey("change")));
    }

    /** The windows that end in December 2023 and 2024 have no month in common; those of November and December have. */
    @Test
    void movingSumsAreTestedAgainstThoseOfAYearBeforeAndNotAgainstTheirNeighbours() {
        series(Map.of("period", "2024-12", "window", "12", "change", "yearBefore"))
                .body("items[0].numerator", equalTo(240))
                .body("items[0].change.since", equalTo("2023-12"))
                .body("items[0].change.difference", equalTo(120))
                .body("items[0].change.significant", equalTo(true));
        series(Map.of("period", "2024-11..2024-12", "window", "12"))
                .body("items[1].change.difference", equalTo(10))
                .body("items[1].change", not(hasKey("ratio")))
                .body("items[1].change.significant", nullValue());
    }

    @Test
    void breakBeforeWhatIsShownIsCrossedAllTheSame() {
        // Given
        BreaksDefined breaks = Surveys.breaks(cases, 1, Instant.parse("2025-01-01T00:00:00Z"), "2023-07");
        publisher.reference(BreaksDefined.TYPE, cases.id(), breaks);
        await().untilAsserted(() -> Caller.reader()
                .queryParam("dataset", cases.id())
                .get("/v1/breaks")
                .then()
                .body("items.period", contains("2023-07")));

        // When
        ValidatableResponse series = series(Map.of("period", "2024-06..2024-07", "change", "yearBefore"));

        // Then
        series.body("items.status", contains("A", "A"))
                .body("items.change.crossesBreak", contains(true, false))
                .body("items[0].change.difference", nullValue())
                .body("items[0].change", not(hasKey("ratio")))
                .body("items[1].change.difference", equalTo(10))
                .body("warnings.code", hasItem("BREAK_CROSSED"));
        series(Map.of("period", "2024-06", "change", "yearBefore", "allowBreak", "true"))
                .body("items[0].change.difference", equalTo(10))
                .body("items[0].change.crossesBreak", equalTo(true));
        series(Map.of("period", "2024-06")).body("warnings.code", not(hasItem("BREAK_CROSSED")));
        series(Map.of("period", "2024-05", "window", "12")).body("warnings.code", hasItem("BREAK_CROSSED"));
        series(Map.of("period", "2024-06", "window", "12")).body("warnings.code", not(hasItem("BREAK_CROSSED")));
    }

    private ValidatableResponse series(Map<String, String> parameters) {
        Map<String, String> question = new HashMap<>(parameters);
        question.put("territory", "13101");
        return Caller.reader()
                .queryParams(question)
                .get("/v1/indicators/{code}/series", indicator)
                .then()
                .statusCode(200);
    }
}
