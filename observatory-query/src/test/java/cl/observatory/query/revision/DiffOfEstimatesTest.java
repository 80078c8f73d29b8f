package cl.observatory.query.revision;

import static cl.observatory.query.History.FIRST;
import static cl.observatory.query.History.SECOND;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher;
import cl.observatory.query.Servers;
import cl.observatory.query.Surveys;
import cl.observatory.query.Surveys.Cell;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands beside an estimate belongs to it: when only that changes, the cell has changed. */
@QuarkusTest
@WithTestResource(Servers.class)
class DiffOfEstimatesTest {

    private final DatasetDefined dataset = Surveys.dataset("ESTIMATE", "PERCENT", 2);

    @Test
    void cellWhoseStandardErrorAloneChangedHasChanged() {
        // Given
        Cell same = Cell.of("13127", 2024, 850, 40L, 300L, 20L);
        Cell before = Cell.of("13101", 2024, 850, 40L, 300L, 20L);
        Cell after = Cell.of("13101", 2024, 850, 45L, 310L, 20L);
        try (Publisher publisher = new Publisher()) {
            publisher.territories();
            ReleasePublished first = Surveys.publish(publisher, dataset, 1, FIRST, List.of(same, before));

            // When
            ReleasePublished second = Surveys.publish(publisher, dataset, 2, SECOND, List.of(same, after));

            // Then
            Caller.awaitRelease(dataset.id(), 2);
            Caller.reader()
                    .get(
                            "/v1/releases/{id}/diff/{other}",
                            first.releaseId().toString(),
                            second.releaseId().toString())
                    .then()
                    .statusCode(200)
                    .body("items.territory.code", contains("13101"))
                    .body("items.change", contains("CHANGED"))
                    .body("items[0].difference", equalTo(new BigDecimal("0.00")))
                    .body("items[0].before.standardError", equalTo(new BigDecimal("0.40")))
                    .body("items[0].after.standardError", equalTo(new BigDecimal("0.45")))
                    .body("items[0].before.sampleSize", equalTo(300))
                    .body("items[0].after.sampleSize", equalTo(310))
                    .body("revision.changed", equalTo(1))
                    .body("revision.unchanged", equalTo(1))
                    .body("revision.revised", equalTo(0))
                    .body("revision.meanAbsoluteChange", nullValue());
            Caller.reader()
                    .queryParam("updatedAfter", FIRST.toString())
                    .get("/v1/datasets/{id}/observations", dataset.id())
                    .then()
                    .body("items.territory.code", contains("13101"));
        }
    }
}
