package cl.observatory.query.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.SourceDefined;
import cl.observatory.events.reference.SourceObserved;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a source is late depends on the day, in Chile, and on nothing else that changes by itself. */
class FeedStatusTest {

    private static final SourceDefined.Feed FEED =
            new SourceDefined.Feed("cases", "plain", 1, "CSV", List.of("area", "cases"));
    private static final Instant NOTED = Instant.parse("2026-10-01T15:00:00Z");

    /** Summer time in Chile is three hours behind Greenwich, winter time four. */
    @ParameterizedTest
    @CsvSource({
        "2026-01, P1M, P45D, 2026-04-15T04:00:00Z",
        "2026-01, P1M, P0D, 2026-03-01T03:00:00Z",
        "2025-Q4, P3M, P1M, 2026-05-01T04:00:00Z",
        "2025, P1Y, P3M, 2027-04-01T03:00:00Z",
        "2025-S2, P6M, P2W, 2026-07-15T04:00:00Z"
    })
    void nextPeriodIsDueOneCadenceAndTheDelayBehindTheLast(String last, String cadence, String delay, Instant due) {
        // When
        FeedStatus before = status(cadence, delay, null, last, due.minusMillis(1));
        FeedStatus then = status(cadence, delay, null, last, due);

        // Then
        assertEquals(SourceState.ON_TIME, before.state());
        assertNull(before.since());
        assertEquals(due, before.expectedBy());
        assertEquals(SourceState.LATE, then.state());
        assertEquals(due, then.since());
    }

    @Test
    void whatWasPublishedCountsBeforeWhatWasDelivered() {
        // When
        FeedStatus published = status("P1M", "P0D", delivered("2026-09"), "2026-05", NOTED);
        FeedStatus delivered = status("P1M", "P0D", delivered("2026-09"), null, NOTED);

        // Then
        assertEquals("2026-05", published.lastPeriod());
        assertEquals(SourceState.LATE, published.state());
        assertEquals("2026-09", delivered.lastPeriod());
        assertEquals(SourceState.ON_TIME, delivered.state());
    }

    @Test
    void changedShapeIsToldBeforeLateness() {
        // Given
        SourceObserved changed = new SourceObserved(
                "cases",
                "plain",
                2,
                SourceObserved.CHANGED_SHAPE,
                NOTED,
                null,
                List.of(new SourceObserved.Difference("MISSING_COLUMN", new Labels("a", "b"))));

        // When
        FeedStatus status = status("P1M", "P0D", changed, "2020-01", NOTED.plusSeconds(60));

        // Then
        assertEquals(SourceState.CHANGED_SHAPE, status.state());
        assertEquals(NOTED, status.since());
    }

    @Test
    void whereNothingEverCameNothingIsLate() {
        // When
        FeedStatus status = status("P1M", "P0D", null, null, NOTED);

        // Then
        assertEquals(SourceState.NEVER_DELIVERED, status.state());
        assertNull(status.since());
        assertNull(status.expectedBy());
    }

    private static FeedStatus status(
            String cadence, String delay, SourceObserved observation, String published, Instant now) {
        Timetable timetable = new Timetable(java.time.Period.parse(cadence), java.time.Period.parse(delay));
        return FeedStatus.of(FEED, timetable, observation, Optional.ofNullable(published), now);
    }

    private static SourceObserved delivered(String lastPeriod) {
        return new SourceObserved(
                "cases",
                "plain",
                1,
                SourceObserved.DELIVERED,
                NOTED,
                new SourceObserved.Delivery(
                        NOTED, NOTED, "0".repeat(64), 1, 1, List.of("area"), lastPeriod, lastPeriod),
                List.of());
    }
}
