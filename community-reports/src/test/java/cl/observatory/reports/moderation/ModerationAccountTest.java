package cl.observatory.reports.moderation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.audit.AuditEntry;
import cl.observatory.audit.AuditTable;
import cl.observatory.reports.SeparateAccounts;
import cl.observatory.reports.guidance.Priority;
import cl.observatory.reports.lane.Lane;
import cl.observatory.reports.sealing.Epoch;
import cl.observatory.reports.state.ReportState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The account that moderation has of the database does what it has to, and no more. */
class ModerationAccountTest {

    private static final UUID REPORT = UUID.randomUUID();
    private static final int LANE = 7;

    private static SeparateAccounts accounts;
    private static Jdbi moderation;

    @BeforeAll
    static void fileOne() {
        accounts = SeparateAccounts.create();
        moderation = accounts.moderation();
        accounts.owner().useHandle(handle -> {
            handle.execute("insert into epoch_key (epoch, public_keyset, signature) values (1, '', ''), (2, '', '')");
            handle.execute(
                    "insert into report (id, receipt_hash, epoch, state, lane, sealed)"
                            + " values (?, sha256('x'), 1, 'SCREENED', ?, 'x')",
                    REPORT,
                    LANE);
            handle.execute(
                    "insert into addition (id, report_id, epoch, sealed) values (?, ?, 1, 'x')",
                    UUID.randomUUID(),
                    REPORT);
        });
    }

    @Test
    void whatModerationDoesItMayDo() {
        // Given
        ReportRepository reports = new ReportRepository();
        ProposalRepository proposals = new ProposalRepository();
        DateRepository dates = new DateRepository();
        Lane lane = new Lane(LANE, Priority.HIGH, List.of("13"));

        // When
        moderation.useTransaction(handle -> {
            reports.lock(handle, REPORT);
            SealedReport report = reports.find(handle, REPORT).orElseThrow();
            assertEquals(1, report.additions().size());
            assertEquals(
                    report.version(),
                    reports.queue(handle, List.of(lane), Set.of(ReportState.SCREENED), null, QueuePlace.START, 10)
                            .getFirst()
                            .version());
            reports.addMessage(handle, UUID.randomUUID(), REPORT, 1, new byte[1]);
            proposals.add(handle, REPORT, ProposalKind.HOLD, new Proposal("p", new Epoch(1).firstDay()));
            assertEquals(
                    "p",
                    proposals
                            .find(handle, REPORT, ProposalKind.HOLD)
                            .orElseThrow()
                            .principal());
            assertTrue(proposals.remove(handle, REPORT, ProposalKind.HOLD));
            dates.awaitAnswer(handle, REPORT, new Epoch(1));
            dates.awaitAnswer(handle, REPORT, new Epoch(2));
            dates.hold(handle, REPORT, new Epoch(1));
            dates.hold(handle, REPORT, new Epoch(2));
            dates.closeUnanswered(handle, new Epoch(1));
            dates.purge(handle, new Epoch(1), new Epoch(1));
            dates.sweep(handle, new Epoch(1));
            handle.execute("update report set epoch = 2, state = 'IN_REVIEW', sealed = 'y' where id = ?", REPORT);
            handle.execute("update addition set epoch = 2, sealed = 'y' where report_id = ?", REPORT);
        });

        // Then
        assertEquals(
                "IN_REVIEW",
                accounts.owner()
                        .withHandle(handle -> handle.createQuery("select state from report where id = :id")
                                .bind("id", REPORT)
                                .mapTo(String.class)
                                .one()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select receipt_hash from report",
                "select * from report",
                "update report set receipt_hash = sha256('y')",
                "update report set lane = 8",
                "update report set id = gen_random_uuid()",
                "delete from report",
                "truncate report cascade",
                "insert into report (id, receipt_hash, epoch, state, lane, sealed)"
                        + " values (gen_random_uuid(), sha256('z'), 1, 'SCREENED', 7, 'x')",
                "insert into addition (id, report_id, epoch, sealed) select gen_random_uuid(), id, 1, 'x' from report",
                "update addition set report_id = report_id",
                "update message set sealed = 'x'",
                "select hash from spent_proof",
                "insert into spent_proof (hash, day) values (sha256('x'), '2026-12-01')",
                "update proposal set principal = 'another'",
                "update audit_entry set reason = 'REVIEW'",
                "delete from audit_entry",
                "truncate audit_entry",
                "delete from audit_head",
                "insert into audit_head (sequence, hash) values (0, repeat('0', 64))",
                "alter table audit_entry disable trigger user",
                "drop table audit_entry",
                "create table another (id int)",
                "create trigger t before insert on audit_entry execute function refuse_change_of_audit()"
            })
    void everythingElseIsRefused(String statement) {
        var refused =
                assertThrows(JdbiException.class, () -> moderation.useHandle(handle -> handle.execute(statement)));

        String why = refused.getCause().getMessage();
        assertTrue(why.contains("permission denied") || why.contains("must be owner"), why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select sealed from report",
                "select lane from report",
                "select sealed from addition",
                "select 1 from proposal",
                "select 1 from hold",
                "select 1 from answer_due",
                "select 1 from audit_entry",
                "insert into message (id, report_id, number, sealed) select gen_random_uuid(), id, 9, 'x' from report"
            })
    void intakeSeesNothingOfModeration(String statement) {
        assertThrows(JdbiException.class, () -> accounts.intake().useHandle(handle -> handle.execute(statement)));
    }

    @Test
    void entriesAreAddedByModeration() {
        assertDoesNotThrow(() -> moderation.useTransaction(handle -> new AuditTable(handle.getConnection(), "lane")
                .append(number -> new AuditEntry(
                        number,
                        Instant.EPOCH,
                        "p",
                        null,
                        Action.REPORT_OPENED.name(),
                        "7",
                        "moderation/reports/" + REPORT,
                        OpeningReason.TRIAGE.name(),
                        Map.of()))));
    }
}
