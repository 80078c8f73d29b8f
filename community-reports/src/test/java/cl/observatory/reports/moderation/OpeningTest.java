package cl.observatory.reports.moderation;

import static cl.observatory.reports.Problems.isProblem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.reports.LogLines;
import cl.observatory.reports.MovedClock;
import cl.observatory.reports.Reporter;
import cl.observatory.reports.Servers;
import cl.observatory.reports.Store;
import cl.observatory.reports.sealing.Epochs;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who opens a report, why, and how often. */
@QuarkusTest
@WithTestResource(Servers.class)
class OpeningTest {

    @Inject
    MeterRegistry metrics;

    @Inject
    Epochs epochs;

    @Test
    void whatWasToldIsShownAndNotTheKeyOfWhoeverToldIt() {
        // Given
        UUID id = Desk.file(Reporter.report("text", "Escriban a rosa@example.cl, cobran los viernes."))
                .id();

        // When
        ValidatableResponse opened = Desk.open(Desk.somebody(), id);

        // Then
        opened.statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .body("report.id", equalTo(id.toString()))
                .body("report.state", equalTo("SCREENED"))
                .body("report.priority", equalTo("HIGH"))
                .body("report.regions", contains("13"))
                .body("contents.kind", equalTo("OBSERVATION"))
                .body("contents.category", equalTo("EXTORTION"))
                .body("contents.commune", equalTo("13116"))
                .body("contents.text", equalTo("Escriban a [CORREO], cobran los viernes."))
                .body("contents.redactions.EMAIL", equalTo(1))
                .body("contents.consentToAggregate", equalTo(true))
                .body("contents.receivedOn", equalTo(epochs.today().toString()))
                .body("contents.replyKey", nullValue())
                .body("additions", empty());
    }

    @Test
    void openingIsAuditedWithItsReasonAndItsDay() {
        // Given
        UUID id = Desk.file().id();
        String moderator = Desk.somebody();

        // When
        Desk.as(moderator)
                .body("{\"reason\": \"DUPLICATES\"}")
                .post(Desk.REPORTS + "/{id}/openings", id)
                .then()
                .statusCode(201);

        // Then
        Desk.audit(id)
                .body("items.action", contains("REPORT_OPENED"))
                .body("items.reason", contains("DUPLICATES"))
                .body("items.principal", contains("https://staff.example " + moderator))
                .body("items.organization", contains("alliance"))
                .body("items.day", contains(epochs.today().toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"reason\": null}",
                "{\"reason\": \"CURIOSITY\"}",
                "{\"reason\": \"TRIAGE\", \"note\": \"x\"}",
                ""
            })
    void withoutAReasonNothingIsOpened(String body) {
        // Given
        UUID id = Desk.file().id();

        // When
        ValidatableResponse answer = Desk.as(Desk.somebody())
                .body(body)
                .post(Desk.REPORTS + "/{id}/openings", id)
                .then();

        // Then
        answer.statusCode(400).body("contents", nullValue());
        Desk.audit(id).body("items", empty());
    }

    @Test
    void reportOfAnotherTerritoryIsNotThere() {
        // Given
        UUID id = Desk.file().id();

        // When
        ValidatableResponse other = Desk.open(Desk.as(Desk.somebody(), "05"), id);
        ValidatableResponse commune = Desk.open(Desk.as(Desk.somebody(), "13116"), id);
        ValidatableResponse nothing = Desk.open(Desk.somebody(), UUID.randomUUID());
        ValidatableResponse own = Desk.open(Desk.as(Desk.somebody(), "13", "05"), id);
        ValidatableResponse country = Desk.open(Desk.as(Desk.somebody(), "CL"), id);

        // Then
        List.of(other, commune, nothing).forEach(answer -> isProblem(answer, 404, "UNKNOWN_REPORT"));
        assertEquals(
                other.extract().asString().replaceAll("\"instance\":\"[^\"]*\"", ""),
                nothing.extract().asString().replaceAll("\"instance\":\"[^\"]*\"", ""));
        own.statusCode(201);
        country.statusCode(201);
    }

    @Test
    void whoOpensTooManyWithinAnHourIsStoppedAndReported() {
        // Given
        MovedClock clock = MovedClock.at(epochs.today());
        UUID id = Desk.file().id();
        QuarkusMock.installMockForType(clock, Clock.class);
        String moderator = Desk.somebody();
        for (int i = 0; i < 60; i++) {
            Desk.open(moderator, id).statusCode(201);
        }
        double before = metrics.counter("reports.openings.refused").count();
        LogLines log = LogLines.listen();

        // When
        ValidatableResponse answer = Desk.open(moderator, id);
        log.close();

        // Then
        isProblem(answer, 429, "TOO_MANY_OPENINGS").header("Retry-After", equalTo("3601"));
        assertEquals(before + 1, metrics.counter("reports.openings.refused").count());
        List<String> alarms = log.alarms();
        assertEquals(1, alarms.size(), alarms.toString());
        assertTrue(alarms.getFirst().contains(moderator), alarms.toString());
        assertFalse(alarms.getFirst().contains(id.toString()), alarms.toString());
        assertEquals(60, openings(moderator));
        Desk.open(Desk.somebody(), id).statusCode(201);
        clock.moveTo(clock.instant().plus(Duration.ofHours(1)));
        Desk.open(moderator, id).statusCode(201);
    }

    /** Whoever goes to another process, or waits for each hour, is stopped by the day. */
    @Test
    void whoOpensTooManyWithinADayIsStoppedWhateverTheProcess() {
        // Given
        UUID id = Desk.file().id();
        MovedClock clock = MovedClock.at(epochs.today());
        QuarkusMock.installMockForType(clock, Clock.class);
        String moderator = Desk.somebody();
        LocalDate today = epochs.today();
        Desk.open(moderator, id).statusCode(201);
        addOpenings(moderator, 299);

        // When
        ValidatableResponse answer = Desk.open(moderator, id);

        // Then
        isProblem(answer, 429, "TOO_MANY_OPENINGS").header("Retry-After", not(equalTo("3601")));
        assertEquals(300, openings(moderator));
        clock.moveTo(today.plusDays(1));
        Desk.open(moderator, id).statusCode(201);
    }

    /** What other processes recorded; that the chain does not hold with it is not looked at here. */
    private static void addOpenings(String moderator, int count) {
        Store.update("""
                insert into audit_entry (sequence, recorded_at, principal, action, subject, details, hash)
                select 1000000000 + abs(hashtext(?)::bigint) * 1000 + n, entry.recorded_at, entry.principal, entry.action,
                    entry.subject, entry.details, entry.hash
                from audit_entry entry, generate_series(1, ?) n where entry.principal = ?
                """, moderator, count, "https://staff.example " + moderator);
    }

    private static long openings(String moderator) {
        return Store.number(
                "select count(*) from audit_entry where action = 'REPORT_OPENED' and principal = ?",
                "https://staff.example " + moderator);
    }
}
