package cl.observatory.ingest.imports;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.release.ReleasePublished;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Rows;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file is laid over the current release: it says what it changes, and only that travels. */
@QuarkusTest
@WithTestResource(Servers.class)
class MergeTest {

    private static final String TWO_YEARS = Cases.HEADER + """
            13101,2023-01,40101,1
            13101,2023-02,40101,2
            13101,2024-01,40101,3
            1101,2024-01,40101,4
            1101,2024-02,40102,-
            """;

    private Cases cases;

    @BeforeEach
    void publishARelease() {
        cases = Cases.define();
    }

    @Test
    void mergeSendsTheCellsInWhichItDiffers() {
        // Given
        String base = cases.publish(TWO_YEARS);

        // When
        ValidatableResponse answer = cases.sendMerge(Cases.HEADER + """
                13101,2024-01,40101,3
                1101,2024-01,40101,40
                1101,2024-02,40102,5
                13101,2024-03,40101,6
                """);

        // Then
        String id = answer.statusCode(202)
                .body("update", equalTo("merge"))
                .body("basedOn", equalTo(base))
                .body("counts.created", equalTo(1))
                .body("counts.updated", equalTo(2))
                .body("counts.unchanged", equalTo(1))
                .body("counts.removed", equalTo(0))
                .body("periods.first", equalTo("2024-01"))
                .extract()
                .path("id");
        assertEquals(
                Set.of("01101|2024-01|40101|40|P", "01101|2024-02|40102|5|P", "13101|2024-03|40101|6|P"),
                new TreeSet<>(Rows.kept(id)));
        assertEquals(
                List.of(0),
                Store.query(
                        "select sequence from release_batch where release_id = ?",
                        row -> row.getInt(1),
                        UUID.fromString(id)));
    }

    @Test
    void mergedReleaseSpeaksOfTheWhole() {
        // Given
        String base = cases.publish(TWO_YEARS);
        Cases twin = Cases.define();
        String whole = twin.send(
                        TWO_YEARS.replace("1101,2024-01,40101,4", "1101,2024-01,40101,40") + "13101,2025-03,40101,6\n")
                .statusCode(202)
                .extract()
                .path("checksum");

        // When
        String id = cases.publishMerge(
                Cases.HEADER + "1101,2024-01,40101,40\n13101,2025-03,40101,6\n13101,2023-01,40101,1\n");

        // Then
        Cases.get(id).body("checksum", equalTo(whole));
        ReleasePublished published = Store.outbox(cases.dataset()).getLast().data(ReleasePublished.class);
        assertEquals(ReleasePublished.MERGE, published.update());
        assertEquals(UUID.fromString(base), published.basedOn());
        assertEquals(2, published.rows());
        assertEquals(6, published.totalRows());
        assertEquals(whole, published.checksum());
        assertEquals("2023-01", published.firstPeriod());
        assertEquals("2025-03", published.lastPeriod());
    }

    @Test
    void mergesPileUp() {
        // Given
        cases.publish(TWO_YEARS);
        cases.publishMerge(Cases.HEADER + "13101,2024-01,40101,30\n");
        cases.publishMerge(Cases.HEADER + "13101,2024-02,40101,8\n");

        // When
        ValidatableResponse answer =
                cases.sendMerge(Cases.HEADER + "13101,2024-01,40101,30\n13101,2024-02,40101,9\n1101,2024-01,40101,4\n");

        // Then
        answer.body("counts.created", equalTo(0))
                .body("counts.updated", equalTo(1))
                .body("counts.unchanged", equalTo(2));
    }

    @Test
    void fullReleaseIsComparedWithWhatMergesMade() {
        // Given
        cases.publish(TWO_YEARS);
        cases.publishMerge(Cases.HEADER + "13101,2024-01,40101,30\n13101,2024-05,40101,8\n");

        // When
        ValidatableResponse answer = cases.send(TWO_YEARS);

        // Then
        answer.body("update", equalTo("full"))
                .body("counts.created", equalTo(0))
                .body("counts.updated", equalTo(1))
                .body("counts.unchanged", equalTo(4))
                .body("counts.removed", equalTo(1));
    }

    @Test
    void mergeOverNothingIsFull() {
        // When
        ValidatableResponse answer = cases.sendMerge(TWO_YEARS);

        // Then
        answer.statusCode(202)
                .body("update", equalTo("full"))
                .body("basedOn", nullValue())
                .body("counts.created", equalTo(5));
    }

    @Test
    void mergeThatChangesNothingIsAReleaseAllTheSame() {
        // Given
        String base = cases.publish(TWO_YEARS);

        // When
        String id = cases.publishMerge(Cases.HEADER + "13101,2024-01,40101,3\n");

        // Then
        assertEquals(List.of(), Rows.kept(id));
        String checksum = Cases.get(base).extract().path("checksum");
        await().untilAsserted(() -> Cases.get(id)
                .body("state", equalTo("PUBLISHED"))
                .body("publication.sequence", equalTo(2))
                .body("publication.events", equalTo(1))
                .body("checksum", equalTo(checksum)));
    }

    /** Those of long before could be anything. */
    @Test
    void mergeReadsTheBatchesOfTheYearsThatItTouchesAndOfFiveBefore() {
        // Given
        String base = cases.publish(TWO_YEARS + "13101,2018-12,40101,3\n");
        Store.update(
                "update release_batch set data = 'x' where release_id = ? and first_period < '2019'",
                UUID.fromString(base));

        // When
        ValidatableResponse answer = cases.sendMerge(Cases.HEADER + "13101,2024-01,40101,30\n");

        // Then
        answer.statusCode(202).body("counts.updated", equalTo(1));
    }

    @Test
    void batchesHoldPeriodsOfOneYearHoweverTheFileIsOrdered() {
        // Given
        StringBuilder file = new StringBuilder(Cases.HEADER);
        for (int month = 1; month <= 12; month++) {
            for (int year = 1990; year < 2026; year++) {
                for (int commune = 1; commune <= 24; commune++) {
                    file.append("131%02d,%d-%02d,40101,%d\n".formatted(commune, year, month, month));
                }
            }
        }

        // When
        String id = cases.take(file.toString());

        // Then
        List<String> years = Store.query(
                "select first_period || ' ' || last_period from release_batch where release_id = ?",
                row -> row.getString(1),
                UUID.fromString(id));
        years.forEach(periods -> assertEquals(periods.substring(0, 4), periods.substring(8, 12)));
        assertEquals(36 * 12 * 24, Rows.kept(id).size());
    }

    @Test
    void diffTellsOfRegionsAndYears() {
        // Given
        cases.publish(TWO_YEARS);
        String id = cases.take(Cases.HEADER + """
                13101,2023-01,40101,1
                13101,2024-01,40101,7
                1101,2024-01,40101,4
                1101,2024-03,40101,5
                """);

        // When
        ValidatableResponse diff = Cases.diff(id);

        // Then
        diff.statusCode(200)
                .body("update", equalTo("full"))
                .body("created", equalTo(1))
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(2))
                .body("removed", equalTo(2))
                .body("items", hasSize(3))
                .body("items.region", equalTo(List.of("01", "13", "13")))
                .body("items.year", equalTo(List.of(2024, 2023, 2024)))
                .body("items.before", equalTo(List.of(4, 3, 3)))
                .body("items.after", equalTo(List.of(9, 1, 7)))
                .body("items.created", equalTo(List.of(1, 0, 0)))
                .body("items.removed", equalTo(List.of(1, 1, 0)))
                .body("items.updated", equalTo(List.of(0, 0, 1)));
    }

    @Test
    void diffOfAMergeKeepsToWhatTheFileHolds() {
        // Given
        cases.publish(TWO_YEARS);
        String id = cases.takeMerge(Cases.HEADER + "13101,2024-01,40101,7\n");

        // When
        ValidatableResponse diff = Cases.diff(id);

        // Then
        diff.body("items", hasSize(1))
                .body("removed", equalTo(0))
                .body("items[0].before", equalTo(3))
                .body("items[0].after", equalTo(7));
    }

    @Test
    void diffOfAMergeAddsUpWhatIsKeptToo() {
        // Given
        cases.publish(TWO_YEARS);
        String id = cases.takeMerge(Cases.HEADER + "13101,2023-02,40101,20\n1101,2024-01,40101,-\n");

        // When
        ValidatableResponse diff = Cases.diff(id);

        // Then
        diff.body("items.region", equalTo(List.of("01", "13")))
                .body("items.year", equalTo(List.of(2024, 2023)))
                .body("items[0].before", equalTo(4))
                .body("items[0].after", nullValue())
                .body("items[1].before", equalTo(3))
                .body("items[1].after", equalTo(21));
    }
}
