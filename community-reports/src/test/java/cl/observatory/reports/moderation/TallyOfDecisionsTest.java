package cl.observatory.reports.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.reports.Reporter;
import cl.observatory.reports.Servers;
import cl.observatory.reports.sealing.Epochs;
import cl.observatory.reports.tally.Tallies;
import cl.observatory.reports.tally.Tally;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a month counts of decisions, and how often. */
@QuarkusTest
@WithTestResource(Servers.class)
class TallyOfDecisionsTest {

    @Inject
    Tallies tallies;

    @Inject
    Jdbi jdbi;

    @Inject
    Epochs epochs;

    @BeforeEach
    void beginAnew() {
        take();
    }

    @Test
    void validReportIsCountedOnceWhateverBecomesOfIt() {
        // Given
        UUID closed = Desk.fileAs("VALIDATED").id();
        UUID referred = Desk.fileAs("VALIDATED").id();
        assertEquals(Map.of("EXTORTION", Map.of("13116", 2)), take().valid());

        // When
        Desk.decide(Desk.somebody(), closed, Desk.decision("CLOSED")).statusCode(200);
        Desk.decide(Desk.somebody(), referred, Desk.decision("REFERRED")).statusCode(202);
        Desk.decide(Desk.somebody(), referred, Desk.decision("REFERRED")).statusCode(200);

        // Then
        Tally after = take();
        assertEquals(Map.of(), after.valid());
        assertEquals(Map.of(), after.decided());
    }

    @Test
    void reportOfSomebodyWhoDidNotAgreeIsDecidedAndNotCounted() {
        // Given
        UUID id = Desk.file(Reporter.report("consentToAggregate", false)).id();
        Desk.decide(Desk.somebody(), id, Desk.decision("IN_REVIEW")).statusCode(200);

        // When
        Desk.decide(Desk.somebody(), id, Desk.decision("VALIDATED")).statusCode(200);

        // Then
        Tally tally = take();
        assertEquals(Map.of(), tally.valid());
        assertEquals(Map.of(0, 1), tally.decided());
    }

    @Test
    void duplicateIsDecidedAndNotCounted() {
        // When
        Desk.fileAs("MERGED");

        // Then
        Tally tally = take();
        assertEquals(Map.of(), tally.valid());
        assertEquals(Map.of(0, 1), tally.decided());
    }

    @Test
    void rejectionIsCountedByItsReason() {
        // Given
        UUID id = Desk.fileAs("IN_REVIEW").id();

        // When
        Desk.decide(Desk.somebody(), id, "{'to': 'REJECTED', 'reason': 'SPAM'}").statusCode(200);

        // Then
        Tally tally = take();
        assertEquals(Map.of("SPAM", 1), tally.rejected());
        assertEquals(Map.of(0, 1), tally.decided());
    }

    @Test
    void openingsAreCounted() {
        // Given
        UUID id = Desk.file().id();

        // When
        Desk.opened(id);
        Desk.opened(id);

        // Then
        assertEquals(2, take().opened());
    }

    @Test
    void whatIsRefusedIsNotCounted() {
        // Given
        UUID id = Desk.fileAs("IN_REVIEW").id();
        String version = Desk.version(id);
        Desk.decide(Desk.somebody(), id, version, Desk.decision("VALIDATED")).statusCode(200);

        // When
        Desk.decide(Desk.somebody(), id, version, Desk.decision("VALIDATED")).statusCode(412);

        // Then
        assertEquals(Map.of("EXTORTION", Map.of("13116", 1)), take().valid());
    }

    private Tally take() {
        return jdbi.inTransaction(handle -> tallies.take(handle, YearMonth.from(epochs.today())));
    }
}
