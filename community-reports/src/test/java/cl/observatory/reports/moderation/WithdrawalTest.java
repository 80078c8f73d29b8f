package cl.observatory.reports.moderation;

import static cl.observatory.reports.Problems.isProblem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.reports.AtOnce;
import cl.observatory.reports.Reporter;
import cl.observatory.reports.Servers;
import cl.observatory.reports.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The reporter takes back what she told, whatever moderators are doing with it. */
@QuarkusTest
@WithTestResource(Servers.class)
class WithdrawalTest {

    @Inject
    Retention retention;

    @Test
    void whoHasItOpenCanDoNothingMoreWithIt() {
        // Given
        Desk.Filed filed = Desk.fileAs("VALIDATED");
        UUID id = filed.id();
        Desk.decide(Desk.somebody(), id, Desk.decision("REFERRED")).statusCode(202);
        String version = Desk.version(id);

        // When
        Reporter.withdraw(filed.receipt()).statusCode(200);

        // Then
        String name = Desk.somebody();
        isProblem(Desk.decide(name, id, version, Desk.decision("CLOSED")), 410, "REPORT_ERASED");
        isProblem(Desk.decide(name, id, version, Desk.decision("REFERRED")), 410, "REPORT_ERASED");
        isProblem(Desk.post(name, id, "messages", version, "{'text': 'Gracias.'}"), 410, "REPORT_ERASED");
        isProblem(
                Desk.post(name, id, "holds", version, "{'until': '2099-01-01', 'reason': 'x'}"), 410, "REPORT_ERASED");
        isProblem(Desk.open(name, id), 410, "REPORT_ERASED");
        Desk.as(name)
                .queryParam("limit", 100)
                .get(Desk.REPORTS)
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id.toString())));
        assertEquals(0, Store.number("select count(*) from report where id = ? and sealed is not null", id));
    }

    @Test
    void whatBelongedToItGoesWithTheDay() {
        // Given
        Desk.Filed filed = Desk.fileAs("VALIDATED");
        Desk.decide(Desk.somebody(), filed.id(), Desk.decision("REFERRED")).statusCode(202);
        Reporter.withdraw(filed.receipt()).statusCode(200);

        // When
        retention.run();

        // Then
        assertEquals(0, Store.number("select count(*) from proposal where report_id = ?", filed.id()));
        assertEquals("WITHDRAWN", Desk.state(filed.id()));
    }

    /** Whichever comes first, nothing that she took back comes back. */
    @Test
    void withdrawalAndDecisionAtTheSameTimeLeaveNothing() throws Exception {
        for (int round = 0; round < 5; round++) {
            // Given
            Desk.Filed filed = Desk.fileAs("IN_REVIEW");
            String version = Desk.version(filed.id());

            // When
            List<Integer> answers = AtOnce.run(
                    2,
                    caller -> (caller == 0
                                    ? Reporter.withdraw(filed.receipt())
                                    : Desk.decide(Desk.somebody(), filed.id(), version, Desk.decision("VALIDATED")))
                            .extract()
                            .statusCode());

            // Then
            assertEquals(200, answers.getFirst());
            assertTrue(List.of(200, 410).contains(answers.getLast()), answers.toString());
            assertEquals("WITHDRAWN", Desk.state(filed.id()));
            assertEquals(
                    0, Store.number("select count(*) from report where id = ? and sealed is not null", filed.id()));
        }
    }
}
