package cl.observatory.query.rebuild;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.Topics;
import cl.observatory.local.TestServers;
import cl.observatory.local.postgres.Database;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.QueryProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the tables of this service's migrations. */
class CatchingUpTest {

    /** Of a partition that was renewed. */
    private static final long NEW_END = 104;

    private Jdbi jdbi;
    private CatchingUp catchingUp;

    @BeforeEach
    void createDatabase() throws IOException {
        Database database = TestServers.createDatabase("catching_up");
        jdbi = Jdbi.create(database.jdbcUrl(), database.username(), database.password());
        for (String name : List.of(
                "read/V001__create_processed_event", "kept/V001__create_outbox", "kept/V002__create_withdrawal")) {
            migrate(name);
        }
        catchingUp = new CatchingUp(jdbi, (topic, partition) -> NEW_END);
    }

    @Test
    void readersWaitUntilEverythingThatTheTopicsHeldIsApplied() throws IOException {
        // Given
        withdrawn("DISCLOSURE");
        migrate("read/V070__begin_with_the_first_event");
        RebuildFilter filter = new RebuildFilter(catchingUp);

        // Then
        assertRefused(filter);
        assertEquals(Set.of(0), catchingUp.begin(Topics.REFERENCE, Map.of(0, 2L)));
        assertEquals(Set.of(1, 3), catchingUp.begin(Topics.RELEASES, Map.of(0, 0L, 1, 5L, 3, 1L)));
        catchingUp.applied(Topics.REFERENCE, 0, 0);
        catchingUp.applied(Topics.RELEASES, 1, 4);
        catchingUp.applied(Topics.RELEASES, 3, 0);
        assertRefused(filter);
        catchingUp.applied(Topics.REFERENCE, 0, 1);
        assertDoesNotThrow(filter::refuseMeanwhile);
    }

    @Test
    void partitionWhoseRecordsWereForgottenMeanwhileIsReadToItsNewEnd() throws IOException {
        // Given
        withdrawn("DISCLOSURE");
        migrate("read/V070__begin_with_the_first_event");
        RebuildFilter filter = new RebuildFilter(catchingUp);
        catchingUp.begin(Topics.RELEASES, Map.of(0, 100L));
        catchingUp.begin(Topics.REFERENCE, Map.of(0, 0L));
        catchingUp.applied(Topics.RELEASES, 0, 50);

        // When the records behind it are at the end now, and those before the end are gone
        catchingUp.applied(Topics.RELEASES, 0, 100);

        // Then
        assertRefused(filter);
        for (long offset = 101; offset < NEW_END; offset++) {
            assertRefused(filter);
            catchingUp.applied(Topics.RELEASES, 0, offset);
        }
        assertDoesNotThrow(filter::refuseMeanwhile);
    }

    @Test
    void howFarATopicGoesIsNotedOnce() throws IOException {
        // Given
        migrate("read/V070__begin_with_the_first_event");
        catchingUp.begin(Topics.RELEASES, Map.of(0, 5L, 1, 5L));
        catchingUp.applied(Topics.RELEASES, 0, 4);

        // When another process is given the partitions, and the topic has grown
        Set<Integer> awaited =
                new CatchingUp(jdbi, (topic, partition) -> NEW_END).begin(Topics.RELEASES, Map.of(0, 9L, 1, 9L));

        // Then
        assertEquals(Set.of(1), awaited);
        catchingUp.applied(Topics.RELEASES, 1, 4);
        assertEquals(Set.of(), catchingUp.begin(Topics.RELEASES, Map.of(0, 9L, 1, 9L)));
    }

    @Test
    void nobodyWaitsForAStoreInWhichNothingWasEverVisible() throws IOException {
        // Given
        migrate("read/V070__begin_with_the_first_event");

        // Then
        assertFalse(catchingUp.isUnderWay());
        // but what comes before its first event is still read
        assertEquals(Set.of(0), catchingUp.begin(Topics.REFERENCE, Map.of(0, 2L)));
    }

    @Test
    void aStoreThatWasThereBeforeGoesOnWhereItIs() throws IOException {
        // Given
        withdrawn("ERROR");
        jdbi.useHandle(handle -> handle.execute("insert into processed_event values (?)", UUID.randomUUID()));
        migrate("read/V070__begin_with_the_first_event");

        // Then
        assertFalse(catchingUp.isUnderWay());
        assertEquals(Set.of(), catchingUp.begin(Topics.RELEASES, Map.of(0, 2L)));
        assertEquals(1, withdrawals());
    }

    @Test
    void onlyWhatWasRemovedIsKnownBeforeItsEventComes() throws IOException {
        // Given
        withdrawn("ERROR");
        withdrawn("DISCLOSURE");
        migrate("read/V070__begin_with_the_first_event");

        // When
        catchingUp.begin(Topics.REFERENCE, Map.of(0, 2L));
        assertEquals(2, withdrawals());
        catchingUp.begin(Topics.RELEASES, Map.of(0, 2L));

        // Then
        assertEquals(1, withdrawals());
        assertTrue(catchingUp.isUnderWay());
    }

    @Test
    void readersWaitForTheSignalsOfCommunitiesToo() throws IOException {
        // Given
        withdrawn("DISCLOSURE");
        migrate("read/V070__begin_with_the_first_event");
        migrate("read/V097__await_community_events");
        catchingUp.begin(Topics.REFERENCE, Map.of(0, 0L));
        catchingUp.begin(Topics.RELEASES, Map.of(0, 0L));

        // Then
        assertTrue(catchingUp.isUnderWay());
        assertEquals(Set.of(0), catchingUp.begin(Topics.COMMUNITY, Map.of(0, 2L)));
        catchingUp.applied(Topics.COMMUNITY, 0, 0);
        assertTrue(catchingUp.isUnderWay());
        catchingUp.applied(Topics.COMMUNITY, 0, 1);
        assertFalse(catchingUp.isUnderWay());
    }

    private static void assertRefused(RebuildFilter filter) {
        ProblemException refused = assertThrows(ProblemException.class, filter::refuseMeanwhile);
        assertEquals(QueryProblem.REBUILDING, refused.type());
    }

    private void withdrawn(String reason) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into withdrawal values (?, 'd', 1, now(), now(), ?, ?)",
                UUID.randomUUID(),
                reason,
                reason.equals("ERROR") ? "note" : null));
    }

    private int withdrawals() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from withdrawal")
                .mapTo(Integer.class)
                .one());
    }

    private void migrate(String name) throws IOException {
        try (InputStream migration = getClass().getResourceAsStream("/db/" + name + ".sql")) {
            String script = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
            jdbi.useHandle(handle -> handle.createScript(script).execute());
        }
    }
}
