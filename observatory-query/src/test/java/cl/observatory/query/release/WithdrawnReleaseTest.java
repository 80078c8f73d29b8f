package cl.observatory.query.release;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cl.observatory.events.Event;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A release that is withdrawn for an error stays as what was said; one that disclosed something is gone. */
@QuarkusTest
@WithTestResource(Servers.class)
class WithdrawnReleaseTest {

    private static final Instant FIRST = Instant.parse("2025-03-01T10:00:00Z");
    private static final Instant SECOND = Instant.parse("2025-04-01T10:00:00Z");
    private static final Instant THIRD = Instant.parse("2025-05-01T10:00:00Z");
    private static final Instant WITHDRAWN = Instant.parse("2025-06-01T10:00:00Z");

    private static final Row SAME = Row.of("08101", "2022-05", "40101", 8);
    private static final Row GOOD = Row.of("13101", "2024-01", "40101", 3);
    private static final Row BAD = Row.of("13101", "2024-01", "40101", 30);
    private static final Row ONLY_FIRST = Row.of("13127", "2024-02", "40101", 5);
    private static final Row ONLY_SECOND = Row.of("01101", "2024-03", "40101", 100);
    private static final Row NEW = Row.of("13203", "2024-04", "40101", 7);

    private final Delivery delivery = new Delivery();
    private Sent first;
    private Sent second;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void publishTwoReleases() {
        first = delivery.prepare(1, FIRST, List.of(SAME, GOOD, ONLY_FIRST));
        second = delivery.prepare(2, SECOND, List.of(SAME, BAD, ONLY_SECOND));
        delivery.publish(first);
        delivery.publish(second);
    }

    @AfterEach
    void close() {
        delivery.close();
    }

    @Test
    void afterAnErrorTheReleaseBeforeHoldsAgain() {
        // When
        withdraw(second, "ERROR");

        // Then
        assertFirstIsServed();
        observations(null)
                .body("sources[0].release.sequence", equalTo(1))
                .body("sources[0].release.status", equalTo("DEFINITIVE"))
                .body("warnings.code", not(hasItem("WITHDRAWN_RELEASE")));
    }

    @Test
    void whatWasSaidBeforeTheWithdrawalStaysUnderABanner() {
        // When
        withdraw(second, "ERROR");

        // Then
        assertEquals(130, delivery.cases("CL", "2024", WITHDRAWN.minusMillis(1)));
        assertEquals(8, delivery.cases("CL", "2024", WITHDRAWN));
        observations(SECOND)
                .body("sources[0].release.sequence", equalTo(2))
                .body("sources[0].release.status", equalTo("WITHDRAWN"))
                .body("sources[0].release.publishedAs", equalTo("DEFINITIVE"))
                .body("sources[0].release.withdrawal.note", equalTo("February was there twice."))
                .body("warnings.code", hasItem("WITHDRAWN_RELEASE"))
                .body(
                        "warnings.find { it.code == 'WITHDRAWN_RELEASE' }.message",
                        equalTo("Release 2 of \"" + delivery.dataset()
                                + "\" was withdrawn, its figures are wrong: February was there twice."));
        Caller.reader()
                .get("/v1/datasets/{id}/releases", delivery.dataset())
                .then()
                .body("items.status", contains("WITHDRAWN", "DEFINITIVE"))
                .body("items[0].withdrawal.reason", equalTo("ERROR"));
    }

    @Test
    void mergeAfterAnErrorLiesOverTheReleaseBefore() {
        // Given
        withdraw(second, "ERROR");
        Sent third = merge(first, 3, List.of(NEW), List.of(SAME, GOOD, ONLY_FIRST, NEW));

        // When
        delivery.publish(third);

        // Then
        assertEquals(15, delivery.cases("CL", "2024"));
        assertEquals(3, delivery.cases("13101", "2024-01"));
        assertNull(delivery.cases("01101", "2024-03"));
        assertEquals(130, delivery.cases("CL", "2024", SECOND));
        assertEquals(8, delivery.cases("CL", "2022"));
    }

    @Test
    void fullReleaseAfterAnErrorReplacesAllOfIt() {
        // Given
        withdraw(second, "ERROR");

        // When
        delivery.publish(delivery.prepare(3, THIRD, List.of(GOOD, ONLY_SECOND)));

        // Then
        assertEquals(103, delivery.cases("CL", "2024"));
        assertNull(delivery.cases("CL", "2022"));
        assertEquals(130, delivery.cases("CL", "2024", SECOND));
        assertEquals(8, delivery.cases("CL", "2024", FIRST));
    }

    @Test
    void withoutAReleaseThatHoldsThereIsNone() {
        // When
        withdraw(second, "ERROR");
        withdraw(first, "ERROR");

        // Then
        assertNull(delivery.cases("CL", "2024"));
        observations(null).body("warnings.code", hasItem("NO_RELEASE"));
        delivery.publish(delivery.prepare(3, THIRD, List.of(NEW)));
        assertEquals(7, delivery.cases("CL", "2024"));
        assertNull(delivery.cases("CL", "2022"));
    }

    @Test
    void supersededReleaseThatWasWrongChangesNothingNow() {
        // When
        withdraw(first, "ERROR");

        // Then
        assertEquals(130, delivery.cases("CL", "2024"));
        observations(FIRST).body("sources[0].release.status", equalTo("WITHDRAWN"));
        withdraw(second, "ERROR");
        assertNull(delivery.cases("CL", "2024"));
    }

    @Test
    void disclosureRemovesTheReleaseAndItsCells() {
        // When
        withdraw(second, "DISCLOSURE");

        // Then
        assertFirstIsServed();
        assertEquals(0, versions("01101"));
        observations(SECOND, 410).body("code", equalTo("RELEASE_REMOVED"));
        assertEquals(8, delivery.cases("CL", "2024", FIRST));
        assertEquals(8, delivery.cases("CL", "2024", WITHDRAWN));
        Caller.reader()
                .get("/v1/releases/{id}", second.id().toString())
                .then()
                .statusCode(410)
                .body("code", equalTo("RELEASE_REMOVED"));
        Caller.reader()
                .get("/v1/datasets/{id}/releases", delivery.dataset())
                .then()
                .body("items.status", contains("WITHDRAWN", "DEFINITIVE"))
                .body("items[0].checksum", nullValue())
                .body("items[0].withdrawal.reason", equalTo("DISCLOSURE"))
                .body("items[0].withdrawal.note", nullValue());
        assertEquals(
                0,
                count("select count(*) from outbox where convert_from(data, 'UTF8') like ?", "%" + second.id() + "%"));
    }

    @Test
    void removedReleaseIsNotTakenAgain() {
        // Given
        withdraw(second, "DISCLOSURE");

        // When
        List<Event> replayed = Sent.again(second);
        delivery.send(replayed);

        // Then
        delivery.awaitEverythingApplied();
        assertFirstIsServed();
        assertEquals(0, versions("01101"));
        assertEquals(List.of(), refusedOf(replayed));
    }

    @Test
    void releaseWhoseDisclosureIsKnownBeforeItComesIsNotTaken() {
        // Given
        Sent third = merge(second, 3, List.of(NEW), List.of(SAME, BAD, ONLY_SECOND, NEW));
        delivery.send(third.withdrawal("DISCLOSURE", WITHDRAWN));

        // When
        delivery.send(third.all());

        // Then
        delivery.awaitEverythingApplied();
        assertEquals(0, versions("13203"));
        assertEquals(130, delivery.cases("CL", "2024"));
        assertEquals(List.of(), refusedOf(third.all()));
    }

    @Test
    void errorThatIsKnownBeforeTheReleaseComesHoldsForIt() {
        // Given
        Sent third = delivery.prepare(3, THIRD, List.of(NEW));
        delivery.send(third.withdrawal("ERROR", WITHDRAWN));

        // When
        delivery.send(third.all());

        // Then
        delivery.awaitEverythingApplied();
        assertEquals(130, delivery.cases("CL", "2024"));
        assertEquals(7, delivery.cases("CL", "2024", THIRD));
    }

    @Test
    void disclosureTakesLaterReleasesAlong() {
        // Given
        Sent third = merge(second, 3, List.of(NEW), List.of(SAME, BAD, ONLY_SECOND, NEW));
        delivery.publish(third);

        // When
        withdraw(third, "DISCLOSURE");
        withdraw(second, "DISCLOSURE");

        // Then
        assertFirstIsServed();
        assertEquals(0, versions("01101"));
        assertEquals(0, versions("13203"));
        Sent fourth = merge(first, 4, List.of(NEW), List.of(SAME, GOOD, ONLY_FIRST, NEW));
        delivery.publish(fourth);
        assertEquals(15, delivery.cases("CL", "2024"));
    }

    @Test
    void errorThatTurnsOutToBeADisclosureIsRemoved() {
        // Given
        withdraw(second, "ERROR");

        // When
        delivery.send(second.withdrawal("DISCLOSURE", WITHDRAWN));

        // Then
        delivery.awaitEverythingApplied();
        assertFirstIsServed();
        assertEquals(0, versions("01101"));
        observations(SECOND, 410);
    }

    @Test
    void repeatedWithdrawalChangesNothing() {
        // Given
        Event withdrawal = second.withdrawal("ERROR", WITHDRAWN);
        delivery.send(withdrawal, withdrawal);
        delivery.awaitEverythingApplied();

        // When
        delivery.send(second.withdrawal("ERROR", WITHDRAWN));

        // Then
        delivery.awaitEverythingApplied();
        assertFirstIsServed();
        assertEquals(
                1,
                count("select count(*) from release where dataset_id = ? and state = 'RESTORED'", delivery.dataset()));
    }

    private void assertFirstIsServed() {
        assertEquals(8, delivery.cases("CL", "2024"));
        assertEquals(3, delivery.cases("13101", "2024-01"));
        assertEquals(5, delivery.cases("131", "2024-02"));
        assertNull(delivery.cases("01101", "2024-03"));
        assertNull(delivery.cases("CL", "2024-03"));
        assertEquals(8, delivery.cases("CL", "2022"));
    }

    private void withdraw(Sent release, String reason) {
        delivery.send(release.withdrawal(reason, WITHDRAWN));
        await().untilAsserted(() -> Caller.reader()
                .get("/v1/datasets/{id}/releases", delivery.dataset())
                .then()
                .body("items.find { it.id == '" + release.id() + "' }.status", equalTo("WITHDRAWN")));
    }

    private static Sent merge(Sent base, int sequence, List<Row> changed, List<Row> whole) {
        return Sent.merge(base.release(), THIRD, changed, whole).withSequence(sequence);
    }

    private ValidatableResponse observations(Instant asOf) {
        return observations(asOf, 200);
    }

    private ValidatableResponse observations(Instant asOf, int status) {
        var request = Caller.reader()
                .header("Accept-Language", "en")
                .queryParam("territory", "CL")
                .queryParam("period", "2024");
        return (asOf == null ? request : request.queryParam("asOf", asOf.toString()))
                .get("/v1/datasets/{id}/observations", delivery.dataset())
                .then()
                .statusCode(status);
    }

    private List<Event> refusedOf(List<Event> events) {
        return events.stream()
                .filter(event -> delivery.refused().contains(event.id()))
                .toList();
    }

    private int versions(String area) {
        return count(
                "select count(*) from cell join series on series.id = series_id where dataset_id = ? and ref_area = ?",
                delivery.dataset(),
                area);
    }

    private int count(String sql, Object... parameters) {
        return jdbi.withHandle(
                handle -> handle.select(sql, parameters).mapTo(Integer.class).one());
    }
}
