package cl.observatory.reports.moderation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.audit.AuditEntry;
import cl.observatory.reports.AtOnce;
import cl.observatory.reports.LogLines;
import cl.observatory.reports.Places;
import cl.observatory.reports.Reporter;
import cl.observatory.reports.Servers;
import cl.observatory.reports.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The record of who opened and decided what. */
@QuarkusTest
@WithTestResource(Servers.class)
class ModerationAuditTest {

    private static final String[] GUARDS_OFF = {
        "alter table audit_entry disable trigger user", "alter table audit_head disable trigger user"
    };

    @Inject
    ModerationTurns turns;

    @BeforeEach
    void beginAnew() {
        for (String guard : GUARDS_OFF) {
            Store.update(guard);
        }
        Store.update("delete from audit_entry");
        Store.update("update audit_head set sequence = 0, hash = repeat('0', 64)");
        Store.update("alter table audit_entry enable trigger user");
        Store.update("alter table audit_head enable trigger user");
    }

    @Test
    void everyStepIsThereWithWhoAndTheDay() {
        // Given
        UUID id = Desk.file().id();
        String moderator = Desk.somebody();

        // When
        Desk.decide(moderator, id, Desk.decision("IN_REVIEW")).statusCode(200);
        Desk.write(moderator, id, "{'text': 'Gracias.'}").statusCode(201);
        Desk.decide(moderator, id, Desk.decision("VALIDATED")).statusCode(200);

        // Then
        Desk.audit(id)
                .body(
                        "items.action",
                        contains(
                                "REPORT_OPENED",
                                "REPORT_TAKEN_UP",
                                "REPORT_OPENED",
                                "MESSAGE_SENT",
                                "REPORT_OPENED",
                                "REPORT_VALIDATED"))
                .body("items.sequence", contains(1, 2, 3, 4, 5, 6))
                .body("items.day", everyItem(matchesPattern("[0-9]{4}-[0-9]{2}-[0-9]{2}")));
        verify(null).body("intact", is(true)).body("entries", equalTo(6));
    }

    /** Anybody who is given the entries can go along them with the description alone. */
    @Test
    void hashCanBeComputedFromWhatIsShown() {
        // Given
        UUID id = Desk.file().id();
        Desk.opened(id);

        // When
        Map<String, Object> shown = Desk.audit(id).extract().path("items[0]");

        // Then
        AuditEntry entry = new AuditEntry(
                1,
                LocalDate.parse((String) shown.get("day"))
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant(),
                (String) shown.get("principal"),
                (String) shown.get("organization"),
                (String) shown.get("action"),
                (String) shown.get("lane"),
                (String) shown.get("subject"),
                (String) shown.get("reason"),
                Map.of());
        assertEquals(shown.get("hash"), entry.hash("0".repeat(64)));
    }

    @Test
    void whatIsRefusedLeavesNoEntry() {
        // Given
        UUID id = Desk.file().id();
        String version = Desk.version(id);

        // When
        Desk.decide(Desk.somebody(), id, version, Desk.decision("CLOSED")).statusCode(409);
        Desk.open(Desk.as(Desk.somebody(), "05"), id).statusCode(404);

        // Then
        Desk.audit(id).body("items.action", contains("REPORT_OPENED"));
    }

    @Test
    void thoseWhoOpenAtTheSameTimeMakeOneChain() throws Exception {
        // Given
        UUID id = Desk.file().id();

        // When
        List<Integer> answers =
                AtOnce.run(8, caller -> Desk.open(Desk.somebody(), id).extract().statusCode());

        // Then
        assertEquals(List.of(201, 201, 201, 201, 201, 201, 201, 201), answers);
        verify(null).body("intact", is(true)).body("entries", equalTo(8));
    }

    @Test
    void whoWorksInSomeTerritoriesReadsOfThoseAlone() {
        // Given
        UUID own = Desk.file().id();
        UUID other = Desk.file(Reporter.report("commune", Places.VALPARAISO)).id();
        Desk.opened(own);
        Desk.opened(other);

        // When
        ValidatableResponse bound = audit(Map.of(), "13");
        ValidatableResponse asked = audit(Map.of("subject", "moderation/reports/" + other), "13");
        ValidatableResponse all = audit(Map.of());

        // Then
        bound.body("items.subject", contains("moderation/reports/" + own));
        asked.body("items", empty());
        all.body("items.subject", hasItem("moderation/reports/" + other));
    }

    @Test
    void pagesFollowOneAnother() {
        // Given
        UUID id = Desk.file().id();
        for (int i = 0; i < 3; i++) {
            Desk.opened(id);
        }

        // When
        ValidatableResponse first = audit(Map.of("limit", "2"));
        ValidatableResponse rest =
                audit(Map.of("limit", "2", "after", first.extract().<String>path("page.nextCursor")));

        // Then
        first.body("items.sequence", contains(1, 2));
        rest.body("items.sequence", contains(3)).body("page.nextCursor", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recorded_at = recorded_at + interval '1 day'",
                "principal = 'somebody'",
                "organization = null",
                "action = 'REPORT_CLOSED'",
                "lane = '0'",
                "subject = subject || '0'",
                "reason = 'REVIEW'",
                "details = '{\"a\": \"b\"}'"
            })
    void editedEntryIsFound(String edit) {
        // Given
        openThrice();
        Store.update("alter table audit_entry disable trigger user");

        // When
        Store.update("update audit_entry set " + edit + " where sequence = 2");

        // Then
        verify(null)
                .body("intact", is(false))
                .body("entries", equalTo(1))
                .body("broken.sequence", equalTo(2))
                .body("broken.cause", equalTo("CHANGED"));
    }

    @Test
    void removedOpeningIsFound() {
        // Given
        openThrice();
        Store.update("alter table audit_entry disable trigger user");

        // When
        Store.update("delete from audit_entry where sequence = 2");

        // Then
        verify(null).body("broken.sequence", equalTo(2)).body("broken.cause", equalTo("MISSING"));
    }

    @Test
    void tailThatWasCutOffWithItsEndIsFoundByAKeptHead() {
        // Given
        openThrice();
        String kept = verify(null).extract().path("head");
        for (String guard : GUARDS_OFF) {
            Store.update(guard);
        }

        // When
        Store.update("delete from audit_entry where sequence = 3");
        Store.update("update audit_head set (sequence, hash) ="
                + " (select sequence, hash from audit_entry where sequence = 2)");

        // Then
        verify(null).body("intact", is(true));
        verify(kept).body("intact", is(false)).body("broken.cause", equalTo("MISSING"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set reason = 'REVIEW'",
                "delete from audit_entry",
                "truncate audit_entry",
                "delete from audit_head",
                "update audit_head set sequence = sequence - 1",
                "update audit_entry set recorded_at = recorded_at + interval '1 hour'"
            })
    void databaseRefusesEveryChangeOfWhatIsRecorded(String statement) {
        // Given
        openThrice();

        // When
        var refused = assertThrows(IllegalStateException.class, () -> Store.update(statement));

        // Then
        assertTrue(refused.getCause().getMessage().contains("the audit only grows"));
        verify(null).body("intact", is(true));
    }

    @Test
    void databaseTakesNoEntryThatSaysMoreThanTheDay() {
        var refused = assertThrows(IllegalStateException.class, () -> Store.update("""
                        insert into audit_entry (sequence, recorded_at, principal, action, subject, details, hash)
                        values (1, '2026-12-01T13:00:00Z', 'p', 'REPORT_OPENED', 's', '{}', repeat('0', 64))
                        """));

        assertTrue(refused.getCause().getMessage().contains("audit_entry_recorded_at_check"));
    }

    /** Not when something is done: the time of the line would date it. */
    @Test
    void endOfTheChainIsToldToTheLogOnceADay() {
        // Given
        LogLines log = LogLines.listen();

        // When
        openThrice();
        List<String> before = log.of(ModerationTurns.class.getName());
        turns.daily();
        log.close();

        // Then
        String head = verify(null).extract().path("head");
        assertEquals(List.of(), before);
        assertEquals(List.of("audit head " + head), log.of(ModerationTurns.class.getName()));
    }

    private static void openThrice() {
        UUID id = Desk.file().id();
        for (int i = 0; i < 3; i++) {
            Desk.opened(id);
        }
    }

    private static ValidatableResponse audit(Map<String, String> question, String... territories) {
        return Desk.as(Desk.somebody(), territories)
                .queryParams(question)
                .get("/v1/moderation/audit")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse verify(String head) {
        Map<String, String> question = head == null ? Map.of() : Map.of("head", head);
        return Desk.as(Desk.somebody())
                .queryParams(question)
                .get("/v1/moderation/audit/verification")
                .then()
                .statusCode(200);
    }
}
