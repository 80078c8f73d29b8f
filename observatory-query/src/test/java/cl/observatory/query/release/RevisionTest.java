package cl.observatory.query.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A second release changes, adds and removes cells; nothing of the first is lost. */
@QuarkusTest
@WithTestResource(Servers.class)
class RevisionTest {

    private static final Instant FIRST = Instant.parse("2025-03-01T10:00:00Z");
    private static final Instant SECOND = Instant.parse("2025-04-01T10:00:00Z");

    private final Delivery delivery = new Delivery();

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void publishTwoReleases() {
        delivery.publish(delivery.prepare(
                1,
                FIRST,
                List.of(
                        Row.of("13101", "2024-01", "40101", 3),
                        Row.of("13127", "2024-01", "40101", 4),
                        Row.of("13203", "2024-02", "40101", 5),
                        Row.of("01101", "2023-02", "40101", 7),
                        Row.of("08101", "2022-05", "40101", 8))));
        delivery.publish(delivery.prepare(
                2,
                SECOND,
                List.of(
                        Row.of("13101", "2024-01", "40101", 30),
                        Row.of("13127", "2024-01", "40101", 4),
                        Row.of("13203", "2024-03", "40101", 6),
                        Row.of("08101", "2022-05", "40101", 8))));
    }

    @AfterEach
    void close() {
        delivery.close();
    }

    @Test
    void newReleaseIsServedWithItsSums() {
        assertEquals(30, delivery.cases("13101", "2024-01"));
        assertEquals(4, delivery.cases("13127", "2024-01"));
        assertEquals(34, delivery.cases("131", "2024-01"));
        assertEquals(34, delivery.cases("13", "2024-01"));
        assertEquals(40, delivery.cases("13", "2024"));
        assertEquals(6, delivery.cases("CL", "2024-03"));
        assertEquals(40, delivery.cases("CL", "2024"));
        assertEquals(8, delivery.cases("CL", "2022"));
    }

    @Test
    void cellsThatTheNewReleaseLacksAreGoneFromItAndItsSums() {
        assertNull(delivery.cases("13203", "2024-02"));
        assertNull(delivery.cases("CL", "2024-02"));
        assertNull(delivery.cases("01101", "2023-02"));
        assertNull(delivery.cases("01", "2023"));
        assertNull(delivery.cases("CL", "2023"));
    }

    @Test
    void earlierInstantIsAnsweredFromTheEarlierRelease() {
        Instant before = SECOND.minusMillis(1);

        assertEquals(3, delivery.cases("13101", "2024-01", before));
        assertEquals(7, delivery.cases("13", "2024-01", before));
        assertEquals(12, delivery.cases("13", "2024", before));
        assertEquals(5, delivery.cases("CL", "2024-02", before));
        assertNull(delivery.cases("CL", "2024-03", before));
        assertEquals(7, delivery.cases("CL", "2023", before));
    }

    @Test
    void instantOfPublicationIsAnsweredFromTheNewRelease() {
        assertEquals(40, delivery.cases("13", "2024", SECOND));
        assertEquals(12, delivery.cases("13", "2024", FIRST));
        assertNull(delivery.cases("13", "2024", FIRST.minusMillis(1)));
    }

    /** One commune, its two larger territories and the country, by month and by year, in one version each. */
    @Test
    void unchangedCellsAreStoredOnce() {
        assertEquals(1, versions("08101", "2022-05-01"));
        assertEquals(1, versions("CL", "2022-05-01"));
        assertEquals(1, versions("CL", "2022-01-01"));
        assertEquals(1, versions("13127", "2024-01-01", "M"));
        assertEquals(2, versions("13101", "2024-01-01", "M"));
        assertEquals(2, versions("CL", "2024-01-01", "M"));
        assertEquals(1, versions("13203", "2024-02-01"));
    }

    @Test
    void thirdReleaseCanBringBackWhatTheSecondTookOut() {
        // When
        delivery.publish(3, List.of(Row.of("13203", "2024-02", "40101", 5)));

        // Then
        assertEquals(5, delivery.cases("13203", "2024-02"));
        assertEquals(5, delivery.cases("CL", "2024"));
        assertNull(delivery.cases("CL", "2022"));
        assertEquals(40, delivery.cases("13", "2024", SECOND));
        assertEquals(12, delivery.cases("13", "2024", FIRST));
    }

    private int versions(String area, String day) {
        return versions(area, day, day.endsWith("-01-01") ? "A" : "M");
    }

    private int versions(String area, String day, String frequency) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) from cell join series on series.id = series_id
                        where dataset_id = :dataset and ref_area = :area and period = :day::date
                          and frequency = :frequency::"char"
                        """)
                .bind("dataset", delivery.dataset())
                .bind("area", area)
                .bind("day", day)
                .bind("frequency", frequency)
                .mapTo(Integer.class)
                .one());
    }
}
