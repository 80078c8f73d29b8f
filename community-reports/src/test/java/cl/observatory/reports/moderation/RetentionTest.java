package cl.observatory.reports.moderation;

import static cl.observatory.reports.Problems.isProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cl.observatory.reports.MovedClock;
import cl.observatory.reports.Reporter;
import cl.observatory.reports.Servers;
import cl.observatory.reports.Store;
import cl.observatory.reports.sealing.Epoch;
import cl.observatory.reports.sealing.Epochs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the calendar does to reports. */
@QuarkusTest
@WithTestResource(Servers.class)
class RetentionTest {

    @Inject
    Retention retention;

    @Inject
    Epochs epochs;

    private LocalDate today;

    @BeforeEach
    void today() {
        today = epochs.today();
    }

    @Test
    void questionWithoutAnAnswerClosesTheReportWhenItsTimeIsOver() {
        // Given
        UUID id = Desk.fileAs("NEEDS_INFO").id();
        Epoch due = Epoch.of(today.plusDays(30));

        // When
        runOn(due.lastDay());
        String before = Desk.state(id);
        runOn(due.lastDay().plusDays(1));

        // Then
        assertEquals("NEEDS_INFO", before);
        assertEquals("CLOSED", Desk.state(id));
    }

    @Test
    void reportThatWasAnsweredStays() {
        // Given
        Desk.Filed filed = Desk.fileAs("NEEDS_INFO");
        Reporter.add(filed.receipt(), "Desde marzo.").statusCode(201);

        // When
        runOn(today.plusDays(60));

        // Then
        assertEquals("IN_REVIEW", Desk.state(filed.id()));
        assertEquals(0, Store.number("select count(*) from answer_due where report_id = ?", filed.id()));
    }

    @Test
    void secondQuestionHasATimeOfItsOwn() {
        // Given
        Desk.Filed filed = Desk.fileAs("NEEDS_INFO");
        Reporter.add(filed.receipt(), "Desde marzo.").statusCode(201);
        moveTo(today.plusDays(14));
        Desk.decide(Desk.somebody(), filed.id(), Desk.decision("NEEDS_INFO")).statusCode(200);

        // When
        runOn(Epoch.of(today.plusDays(30)).lastDay().plusDays(1));

        // Then
        assertEquals("NEEDS_INFO", Desk.state(filed.id()));
    }

    @Test
    void reportsEndWithTheirKeyWhateverTheirState() {
        // Given
        Desk.Filed open = Desk.fileAs("IN_REVIEW");
        Desk.Filed closed = Desk.fileAs("CLOSED");
        Desk.Filed withdrawn = Desk.file();
        Reporter.withdraw(withdrawn.receipt()).statusCode(200);
        Reporter.add(open.receipt(), "Y los domingos.").statusCode(201);
        Desk.write(Desk.somebody(), open.id(), "{'text': 'Gracias.'}").statusCode(201);
        LocalDate end = Epoch.of(today).closedOn();
        String hash = receiptHash(open.id());

        // When
        runOn(end.minusDays(1));
        String before = Desk.state(open.id());
        assertEquals(hash, receiptHash(open.id()));
        runOn(end);

        // Then
        assertEquals("IN_REVIEW", before);
        assertEquals("PURGED", Desk.state(open.id()));
        assertEquals("PURGED", Desk.state(closed.id()));
        assertEquals("WITHDRAWN", Desk.state(withdrawn.id()));
        for (String table : new String[] {"addition", "message", "proposal", "answer_due", "hold"}) {
            assertEquals(0, Store.number("select count(*) from " + table + " where report_id = ?", open.id()), table);
        }
        assertEquals(0, Store.number("select count(*) from report where id = ? and sealed is not null", open.id()));
        isProblem(Desk.open(Desk.somebody(), open.id()), 410, "REPORT_ERASED");
        assertNotEquals(hash, receiptHash(open.id()));
        assertEquals(0, Store.number("select count(*) from report where receipt_hash = decode(?, 'hex')", hash));
    }

    private static String receiptHash(UUID id) {
        return Store.query("select encode(receipt_hash, 'hex') from report where id = ?", row -> row.getString(1), id)
                .getFirst();
    }

    @Test
    void reportOfADeadKeyIsNotOpenedEvenBeforeItIsErased() {
        // Given
        UUID id = Desk.file().id();

        // When
        moveTo(Epoch.of(today).closedOn());

        // Then
        isProblem(Desk.open(Desk.somebody(), id), 410, "REPORT_ERASED");
        assertEquals("SCREENED", Desk.state(id));
    }

    @Test
    void reportThatIsHeldStaysUntilTheWeekOfItsDayIsOver() {
        // Given
        UUID held = Desk.file().id();
        UUID other = Desk.file().id();
        Epoch epoch = Epoch.of(today);
        moveTo(epoch.plus(3).firstDay());
        LocalDate until = epoch.closedOn().plusDays(2);
        String hold = "{'until': '" + until + "', 'reason': 'x'}";
        Desk.hold(Desk.somebody(), held, hold).statusCode(202);
        Desk.hold(Desk.somebody(), held, hold).statusCode(200);

        // When
        runOn(until);
        String stillHeld = Desk.state(held);
        runOn(Epoch.of(until).lastDay().plusDays(1));

        // Then
        assertEquals("PURGED", Desk.state(other));
        assertEquals("SCREENED", stillHeld);
        assertEquals("PURGED", Desk.state(held));
    }

    @Test
    void secondRunChangesNothing() {
        // Given
        Desk.fileAs("NEEDS_INFO");
        runOn(today.plusDays(60));
        var before = Store.query("select t::text from report t order by id", row -> row.getString(1));

        // When
        runOn(today.plusDays(60));

        // Then
        assertEquals(before, Store.query("select t::text from report t order by id", row -> row.getString(1)));
    }

    private void runOn(LocalDate day) {
        moveTo(day);
        retention.run();
    }

    private static void moveTo(LocalDate day) {
        QuarkusMock.installMockForType(MovedClock.at(day), Clock.class);
    }
}
