package cl.observatory.query.cube;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.reference.DatasetDefined;
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
        assertEquals(1, number("""
                select count(*) from cell_attribute join series on series.id = series_id where dataset_id = :dataset
                """));
    }

    private void publish(int sequence, Instant at, Cell... cells) {
        publisher.territories();
        Surveys.publish(publisher, dataset, sequence, at, List.of(cells));
        Caller.awaitRelease(dataset.id(), sequence);
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

    private int number(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("dataset", dataset.id())
                .mapTo(Integer.class)
                .one());
    }
}
