package cl.observatory.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.events.UnreadableEventException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried again, and what goes to the dead letters: an event that is dropped because a store was down is lost. */
class TransientFailureTest {

    /** Connection lost, serialization, deadlock, disk full, too many connections, shutting down, I/O, internal. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"08006", "08001", "40001", "40P01", "53100", "53300", "57P01", "57014", "58030", "XX000"})
    void failureOfTheStoreIsTriedAgain(String state) {
        assertThrows(TransientFailure.class, () -> TransientFailure.telling(() -> failing(state)));
        assertThrows(
                TransientFailure.class,
                () -> TransientFailure.telling(() -> {
                    throw new IllegalStateException(new SQLException("store", state));
                }));
    }

    /** A broken rule, a value that does not fit, something that is not there. */
    @ParameterizedTest
    @ValueSource(strings = {"23505", "23503", "23514", "22003", "22021", "42P01"})
    void failureOfTheEventIsNot(String state) {
        assertThrows(UnreadableEventException.class, () -> TransientFailure.telling(() -> failing(state)));
    }

    @Test
    void failureWithoutAStoreIsTheEvents() {
        assertThrows(
                UnreadableEventException.class,
                () -> TransientFailure.telling(() -> {
                    throw new IllegalArgumentException("no such status");
                }));
    }

    @Test
    void knownFailuresStayWhatTheyAre() {
        UnreadableEventException known = new UnreadableEventException("known", null);

        assertSame(
                known,
                assertThrows(
                        UnreadableEventException.class,
                        () -> TransientFailure.telling(() -> {
                            throw known;
                        })));
    }

    @Test
    void whatSucceedsIsPassedOn() {
        assertEquals(Outcome.APPLIED, TransientFailure.telling(() -> Outcome.APPLIED));
    }

    private static Outcome failing(String state) throws SQLException {
        throw new SQLException("store", state);
    }
}
