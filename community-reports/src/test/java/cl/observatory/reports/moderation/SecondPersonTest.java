package cl.observatory.reports.moderation;

import static cl.observatory.reports.Problems.isProblem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.reports.MovedClock;
import cl.observatory.reports.Reporter;
import cl.observatory.reports.Servers;
import cl.observatory.reports.Store;
import cl.observatory.reports.sealing.Epoch;
import cl.observatory.reports.sealing.Epochs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What one person may not do alone. */
@QuarkusTest
@WithTestResource(Servers.class)
class SecondPersonTest {

    private static final String REFERRAL = "{'to': 'REFERRED', 'referral': 'Fono Familia 149'}";

    @Test
    void referralTakesTwo() {
        // Given
        UUID id = Desk.fileAs("VALIDATED").id();
        String first = Desk.somebody();
        String second = Desk.somebody();

        // When
        ValidatableResponse proposed = Desk.decide(first, id, REFERRAL);
        ValidatableResponse alone = Desk.decide(first, id, Desk.decision("REFERRED"));
        String stateBefore = Desk.state(id);
        ValidatableResponse confirmed = Desk.decide(second, id, Desk.decision("REFERRED"));

        // Then
        proposed.statusCode(202).body("state", equalTo("VALIDATED")).body("proposals", contains("REFERRAL"));
        isProblem(alone, 403, "SECOND_PERSON_NEEDED");
        assertEquals("VALIDATED", stateBefore);
        confirmed.statusCode(200).body("state", equalTo("REFERRED")).body("proposals", empty());
        Desk.opened(id).body("notes.referral", equalTo("Fono Familia 149"));
        Desk.audit(id).body("items.action", hasItems("REFERRAL_PROPOSED", "REFERRAL_CONFIRMED"));
    }

    @Test
    void whatWaitsSaysWhoAndOnWhichDayAndNothingElse() {
        // Given
        UUID id = Desk.fileAs("VALIDATED").id();
        String first = Desk.somebody();

        // When
        Desk.decide(first, id, REFERRAL).statusCode(202);

        // Then
        String row = Store.query("select t::text from proposal t where report_id = ?", r -> r.getString(1), id)
                .getFirst();
        assertEquals(
                "(%s,REFERRAL,\"https://staff.example %s\",%s)"
                        .formatted(
                                id,
                                first,
                                CDI.current().select(Epochs.class).get().today()),
                row);
    }

    @Test
    void queueFindsWhatWaitsForASecondPerson() {
        // Given
        UUID waiting = Desk.fileAs("VALIDATED").id();
        UUID other = Desk.fileAs("VALIDATED").id();
        Desk.decide(Desk.somebody(), waiting, REFERRAL).statusCode(202);

        // When
        ValidatableResponse queue = Desk.as(Desk.somebody())
                .queryParams("proposal", "REFERRAL", "limit", "100")
                .get(Desk.REPORTS)
                .then();

        // Then
        queue.statusCode(200)
                .body("items.id", hasItem(waiting.toString()))
                .body("items.id", not(hasItem(other.toString())));
    }

    @Test
    void proposalIsTakenBackOrRefused() {
        // Given
        UUID id = Desk.fileAs("VALIDATED").id();
        String first = Desk.somebody();
        Desk.decide(first, id, REFERRAL).statusCode(202);

        // When
        ValidatableResponse answer = Desk.as(Desk.somebody())
                .header("If-Match", "\"" + Desk.version(id) + "\"")
                .delete(Desk.REPORTS + "/{id}/proposals/REFERRAL", id)
                .then();

        // Then
        answer.statusCode(200).body("proposals", empty()).body("state", equalTo("VALIDATED"));
        Desk.audit(id).body("items.action", hasItem("PROPOSAL_WITHDRAWN"));
        Desk.decide(first, id, REFERRAL).statusCode(202);
    }

    @Test
    void decisionOfAnotherEndsWhatWaits() {
        // Given
        UUID id = Desk.fileAs("VALIDATED").id();
        Desk.decide(Desk.somebody(), id, REFERRAL).statusCode(202);

        // When
        Desk.decide(Desk.somebody(), id, Desk.decision("CLOSED")).statusCode(200);

        // Then
        assertEquals(0, Store.number("select count(*) from proposal where report_id = ?", id));
    }

    @Test
    void holdTakesTwoAndSealsAllToTheKeyOfThisWeek() {
        // Given
        Desk.Filed filed = Desk.fileAs("IN_REVIEW");
        Reporter.add(filed.receipt(), "Y los domingos.").statusCode(201);
        UUID id = filed.id();
        Epoch epoch = new Epoch((int) Store.number("select epoch from report where id = ?", id));
        nextWeek(epoch);
        LocalDate until = epoch.closedOn().plusDays(3);
        String first = Desk.somebody();

        // When
        ValidatableResponse proposed = Desk.hold(first, id, hold(until));
        ValidatableResponse alone = Desk.hold(first, id, hold(until));
        ValidatableResponse anotherDay = Desk.hold(Desk.somebody(), id, hold(until.minusDays(1)));
        ValidatableResponse confirmed = Desk.hold(Desk.somebody(), id, hold(until));

        // Then
        proposed.statusCode(202).body("proposals", contains("HOLD"));
        isProblem(alone, 403, "SECOND_PERSON_NEEDED");
        isProblem(anotherDay, 409, "ANOTHER_HOLD_PROPOSED");
        confirmed
                .statusCode(200)
                .body("proposals", empty())
                .body("endsOn", equalTo(epoch.plus(1).closedOn().toString()));
        assertEquals(epoch.plus(1).number(), Store.number("select epoch from report where id = ?", id));
        assertEquals(epoch.plus(1).number(), Store.number("select epoch from addition where report_id = ?", id));
        assertEquals(Epoch.of(until).number(), Store.number("select until_epoch from hold where report_id = ?", id));
        Desk.opened(id)
                .body("contents.text", equalTo(Reporter.report().get("text")))
                .body("additions[0].text", equalTo("Y los domingos."))
                .body("notes.hold.until", equalTo(until.toString()))
                .body("notes.hold.reason", equalTo("Lo pidió la Contraloría"));
    }

    @Test
    void dayForWhichThereIsNoKeyOrNoNeedIsRefused() {
        // Given
        UUID id = Desk.file().id();
        Epoch epoch = new Epoch((int) Store.number("select epoch from report where id = ?", id));
        nextWeek(epoch);

        // When
        ValidatableResponse early =
                Desk.hold(Desk.somebody(), id, hold(epoch.closedOn().minusDays(1)));
        ValidatableResponse late =
                Desk.hold(Desk.somebody(), id, hold(epoch.plus(1).closedOn()));

        // Then
        isProblem(early, 400, "INVALID_HOLD").body("errors[0].pointer", equalTo("/until"));
        isProblem(late, 400, "INVALID_HOLD");
        assertEquals(0, Store.number("select count(*) from proposal where report_id = ?", id));
    }

    /** Whatever is done with a report, it ends when its key does. */
    @Test
    void decisionsDoNotMakeAReportLastLonger() {
        // Given
        UUID id = Desk.fileAs("IN_REVIEW").id();
        Epoch epoch = new Epoch((int) Store.number("select epoch from report where id = ?", id));
        nextWeek(epoch);

        // When
        Desk.decide(Desk.somebody(), id, Desk.decision("VALIDATED")).statusCode(200);

        // Then
        assertEquals(epoch.number(), Store.number("select epoch from report where id = ?", id));
        assertTrue(Store.number("select octet_length(sealed) from report where id = ?", id) > 0);
    }

    private static void nextWeek(Epoch epoch) {
        QuarkusMock.installMockForType(MovedClock.at(epoch.plus(1).firstDay()), Clock.class);
    }

    private static String hold(LocalDate until) {
        return "{'until': '" + until + "', 'reason': 'Lo pidió la Contraloría'}";
    }
}
