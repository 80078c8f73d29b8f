package cl.observatory.query.series;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cl.observatory.events.Topics;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Rows;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much of a sum is there is told by the release that it is read from, and by no other. */
@QuarkusTest
@WithTestResource(Servers.class)
class CoverageTest {

    private static final Instant FIRST = Instant.parse("2025-03-01T10:00:00Z");
    private static final Instant SECOND = Instant.parse("2025-04-01T10:00:00Z");

    private final Publisher publisher = new Publisher();
    private final DatasetDefined cases = Publisher.cases(Publisher.unique("cases"));
    private final String indicator = Publisher.unique("T").replace('-', '_').toUpperCase(Locale.ROOT);

    @BeforeEach
    void publishTheFirstRelease() {
        publisher.territories();
        publisher.define(Publisher.count(indicator, cases.id(), "40101"));
        publisher.release(
                cases, 1, FIRST, new Rows().year("13101", 2024, "40101", 50).list());
        Caller.awaitRelease(cases.id(), 1);
        Caller.awaitFound("/v1/indicators/{code}", indicator);
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void laterReleaseDoesNotChangeWhatWasToBeExpectedEarlier() {
        // When
        publisher.release(
                cases,
                2,
                SECOND,
                new Rows()
                        .year("13101", 2024, "40101", 50)
                        .months("13127", 2024, 1, "40101", 0, "A")
                        .list());
        Caller.awaitRelease(cases.id(), 2);

        // Then
        coverageOf("13", Map.of("asOf", FIRST.toString()))
                .body("items.coverage.reported", contains(12))
                .body("items.coverage.expected", contains(12))
                .body("warnings.code", not(hasItem("INCOMPLETE_VALUES")));
        coverageOf("13", Map.of())
                .body("items.coverage.reported", contains(13))
                .body("items.coverage.expected", contains(24))
                .body("warnings.code", hasItem("INCOMPLETE_VALUES"));
    }

    @Test
    void releaseThatWasNeverSeenDoesNotChangeWhatIsToBeExpected() {
        // Given
        List<ObservationBatch> batches = Publisher.batches(
                UUID.randomUUID(),
                cases,
                List.of(Row.of("13127", "2024-01", "40101", 5), Row.of("13203", "2024-01", "40101", 5)));

        // When
        batches.forEach(batch -> publisher.send(Topics.RELEASES, Publisher.event(UUID.randomUUID(), batch)));
        publisher.release(
                cases, 2, SECOND, new Rows().year("13101", 2024, "40101", 51).list());
        Caller.awaitRelease(cases.id(), 2);

        // Then
        coverageOf("13", Map.of()).body("items.numerator", contains(51)).body("items.coverage.expected", contains(12));
    }

    @Test
    void seriesIsExpectedFromItsFirstCellOn() {
        // When
        publisher.release(
                cases,
                2,
                SECOND,
                new Rows()
                        .year("13101", 2023, "40101", 40)
                        .year("13101", 2024, "40101", 50)
                        .row(Row.of("13127", "2024-10", "40101", 1))
                        .row(Row.missing("13127", "2024-11", "40101", "O"))
                        .row(Row.of("13127", "2024-12", "40101", 1))
                        .list());
        Caller.awaitRelease(cases.id(), 2);

        // Then
        coverageOf("13", Map.of("period", "2023..2024"))
                .body("items.coverage.reported", contains(12, 14))
                .body("items.coverage.expected", contains(12, 15));
        coverageOf("13127", Map.of()).body("items[0].monthsCovered", equalTo(2));
    }

    /** A year of one class and half a year of another are half a year of both. */
    @Test
    void classOfTheFewestMonthsDecidesHowManyAreCovered() {
        // Given
        String both = indicator + "_BOTH";
        publisher.define(Publisher.count(both, cases.id(), "40101", "40102"));
        Caller.awaitFound("/v1/indicators/{code}", both);

        // When
        publisher.release(
                cases,
                2,
                SECOND,
                new Rows()
                        .year("13101", 2024, "40101", 50)
                        .months("13101", 2024, 6, "40102", 7, "A")
                        .list());
        Caller.awaitRelease(cases.id(), 2);

        // Then
        Caller.reader()
                .queryParam("territory", "13101")
                .queryParam("period", "2024")
                .get("/v1/indicators/{code}/series", both)
                .then()
                .statusCode(200)
                .body("items.numerator", contains(57))
                .body("items.monthsCovered", contains(6))
                .body("items.coverage.reported", contains(18))
                .body("items.coverage.expected", contains(24))
                .body("warnings.code", hasItem("PARTIAL_PERIODS"));
    }

    private ValidatableResponse coverageOf(String territory, Map<String, String> parameters) {
        return Caller.reader()
                .queryParam("territory", territory)
                .queryParams(parameters.containsKey("period") ? Map.of() : Map.of("period", "2024"))
                .queryParams(parameters)
                .get("/v1/indicators/{code}/series", indicator)
                .then()
                .statusCode(200);
    }
}
