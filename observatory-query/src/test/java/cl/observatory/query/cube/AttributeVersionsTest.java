package cl.observatory.query.cube;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.Topics;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.release.ReleaseWithdrawn;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher;
import cl.observatory.query.Servers;
import cl.observatory.query.Surveys;
import cl.observatory.query.Surveys.Cell;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands beside values changes with releases as values do. */
@QuarkusTest
@WithTestResource(Servers.class)
class AttributeVersionsTest {

    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2025-02-01T00:00:00Z");
    private static final Instant WITHDRAWN = Instant.parse("2025-03-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Publisher publisher = new Publisher();
    private final DatasetDefined dataset = Surveys.dataset("ESTIMATE", "PROPORTION", 4);

    @Inject
    Jdbi jdbi;

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void attributeThatChangesMakesANewVersionOfItsCell() {
        // Given
        publish(1, FIRST, Cell.of("13101", 2024, 3_600, 150L, 600L, 60L), Cell.of("13127", 2024, 10, 1L, 600L, 60L));

        // When
        publish(2, SECOND, Cell.of("13101", 2024, 3_600, 170L, 600L, 60L), Cell.of("13127", 2024, 10, 1L, 600L, 60L));

        // Then
        cell("13101", SECOND).body("items[0].standardError", equalTo(new BigDecimal("0.0170")));
        cell("13101", FIRST).body("items[0].standardError", equalTo(new BigDecimal("0.0150")));
        assertEquals(2, versions("13101"));
        assertEquals(1, versions("13127"));
    }

    @Test
    void valueThatChangesTakesItsAttributesAlong() {
        // Given
        publish(1, FIRST, Cell.of("13101", 2024, 3_600, 150L, 600L, 60L));

        // When
        publish(2, SECOND, Cell.of("13101", 2024, 3_700, 150L, 600L, 60L));

        // Then
        cell("13101", SECOND)
                .body("items[0].value", equalTo(new BigDecimal("0.3700")))
                .body("items[0].standardError", equalTo(new BigDecimal("0.0150")));
        cell("13101", FIRST)
                .body("items[0].value", equalTo(new BigDecimal("0.3600")))
                .body("items[0].standardError", equalTo(new BigDecimal("0.0150")));
    }

    @Test
    void attributesThatANewReleaseLacksAreGoneFromIt() {
        // Given
        publish(1, FIRST, Cell.of("13101", 2024, 3_600, 150L, 600L, 60L));

        // When
        publish(2, SECOND, Cell.plain("13101", 2024, 3_600));

        // Then
        cell("13101", SECOND)
                .body("items[0]", not(hasKey("standardError")))
                .body("items[0].reliability", equalTo("UNKNOWN"));
        cell("13101", FIRST).body("items[0].reliability", equalTo("RELIABLE"));
    }

    @Test
    void attributesThatANewReleaseBringsStandBesideTheValueOfBefore() {
        // Given
        publish(1, FIRST, Cell.plain("13101", 2024, 3_600), Cell.plain("13127", 2024, 10));

        // When
        publish(2, SECOND, Cell.of("13101", 2024, 3_600, 150L, 600L, 60L), Cell.plain("13127", 2024, 10));

        // Then
        cell("13101", SECOND).body("items[0].reliability", equalTo("RELIABLE"));
        cell("13101", FIRST).body("items[0].reliability", equalTo("UNKNOWN"));
        assertEquals(1, versions("13127"));
    }

    /** The checksum is over all rows with what stands beside them, so that it agrees only when the replaced ones are known. */
    @Test
    void mergeIsLaidOverWhatStandsBesideValuesToo() {
        // Given
        Cell kept = Cell.of("13101", 2024, 3_600, 150L, 600L, 60L);
        Cell before = Cell.of("13127", 2024, 10, 1L, 600L, 60L).between(8, 12);
        Cell after = Cell.of("13127", 2024, 10, 2L, null, null);
        ReleasePublished first = publish(1, FIRST, kept, before);

        // When
        Surveys.merge(publisher, first, SECOND, List.of(after), List.of(kept, after));
        Caller.awaitRelease(dataset.id(), 2);

        // Then
        cell("13127", SECOND)
                .body("items[0].standardError", equalTo(new BigDecimal("0.0002")))
                .body("items[0]", not(hasKey("interval")));
        cell("13127", FIRST).body("items[0].interval.upper", equalTo(new BigDecimal("0.0012")));
        cell("13101", SECOND).body("items[0].standardError", equalTo(new BigDecimal("0.0150")));
        assertEquals(1, versions("13101"));
    }

    @Test
    void withdrawalBringsBackWhatStoodBesideTheValues() {
        // Given
        publish(1, FIRST, Cell.of("13101", 2024, 3_600, 150L, 600L, 60L));
        ReleasePublished second = publish(2, SECOND, Cell.of("13101", 2024, 3_600, 170L, 600L, 60L));

        // When
        withdraw(second, ReleaseWithdrawn.ERROR);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        cell("13101", WITHDRAWN).body("items[0].standardError", equalTo(new BigDecimal("0.0150"))));
        cell("13101", SECOND).body("items[0].standardError", equalTo(new BigDecimal("0.0170")));
    }

    /** What comes next builds on the cells that were brought back. */
    @Test
    void releaseAfterAWithdrawalBuildsOnWhatWasBroughtBack() {
        // Given
        publish(1, FIRST, Cell.of("13101", 2024, 3_600, 150L, 600L, 60L));
        ReleasePublished second = publish(2, SECOND, Cell.of("13101", 2024, 3_600, 170L, 600L, 60L));
        withdraw(second, ReleaseWithdrawn.ERROR);

        // When
        publish(
                3,
                WITHDRAWN.plusSeconds(60),
                Cell.of("13101", 2024, 3_600, 150L, 600L, 60L),
                Cell.of("13127", 2024, 10, 1L, 600L, 60L));

        // Then
        cell("13101", WITHDRAWN.plusSeconds(60))
                .body("items[0].standardError", equalTo(new BigDecimal("0.0150")))
                .body("items[0].reliability", equalTo("RELIABLE"));
    }

    @Test
    void disclosureLeavesNothingBesideTheValuesEither() {
        // Given
        publish(1, FIRST, Cell.of("13101", 2024, 3_600, 150L, 600L, 60L));
        ReleasePublished second = publish(2, SECOND, Cell.of("13101", 2024, 3_600, 170L, 600L, 60L));

        // When
        withdraw(second, ReleaseWithdrawn.DISCLOSURE);

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals(1, versions("13101")));
        assertEquals(1, attributes());
        cell("13101", FIRST).body("items[0].standardError", equalTo(new BigDecimal("0.0150")));
    }

    /** Its batches were loaded and its release never came: the next one takes all of it out. */
    @Test
    void attributesOfAReleaseThatNeverBecameVisibleAreTakenOut() {
        // Given
        publish(1, FIRST, Cell.of("13101", 2024, 3_600, 150L, 600L, 60L));
        Surveys.sendBatches(publisher, dataset, List.of(Cell.of("13101", 2024, 3_600, 999L, 600L, 60L)));

        // When
        publish(2, SECOND, Cell.of("13101", 2024, 3_600, 150L, 600L, 60L));

        // Then
        cell("13101", SECOND).body("items[0].standardError", equalTo(new BigDecimal("0.0150")));
        assertEquals(1, versions("13101"));
        assertEquals(1, attributes());
    }

    private ReleasePublished publish(int sequence, Instant at, Cell... cells) {
        publisher.territories();
        ReleasePublished release = Surveys.publish(publisher, dataset, sequence, at, List.of(cells));
        Caller.awaitRelease(dataset.id(), sequence);
        return release;
    }

    private void withdraw(ReleasePublished release, String reason) {
        publisher.send(
                Topics.RELEASES,
                Publisher.event(new ReleaseWithdrawn(
                        release.releaseId(),
                        dataset.id(),
                        release.sequence(),
                        release.publishedAt(),
                        WITHDRAWN,
                        reason,
                        reason.equals(ReleaseWithdrawn.ERROR) ? "Wrong." : null)));
    }

    private ValidatableResponse cell(String area, Instant asOf) {
        return Caller.reader()
                .queryParam("territory", area)
                .queryParam("asOf", asOf.toString())
                .get("/v1/datasets/{id}/observations", dataset.id())
                .then()
                .statusCode(200);
    }

    private int versions(String area) {
        return number("""
                select count(*) from cell join series on series.id = series_id
                where dataset_id = :dataset and ref_area = '%s'
                """.formatted(area));
    }

    private int attributes() {
        return number("""
                select count(*) from cell_attribute join series on series.id = series_id where dataset_id = :dataset
                """);
    }

    private int number(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("dataset", dataset.id())
                .mapTo(Integer.class)
                .one());
    }
}
