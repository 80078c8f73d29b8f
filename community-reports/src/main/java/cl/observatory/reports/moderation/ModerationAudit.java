package cl.observatory.reports.moderation;

import cl.observatory.audit.AuditEntry;
import cl.observatory.audit.AuditHead;
import cl.observatory.audit.AuditTable;
import cl.observatory.audit.Verification;
import cl.observatory.reports.identity.Callers;
import cl.observatory.reports.sealing.Epochs;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Records what staff do in the transaction that does it, and reads it again. Whoever records waits until those who recorded
 * before have committed; therefore record last, when every other lock of the transaction is held. An entry says the day and
 * nothing finer.
 */
@ApplicationScoped
class ModerationAudit {

    private static final String DOMAIN = "lane";
    private static final String SUBJECT = "moderation/reports/";

    private static final String OPENINGS_OF_THE_DAY = """
            select count(*) from audit_entry
            where action = 'REPORT_OPENED' and principal = :principal and recorded_at = :day::timestamptz
            """;

    private final Jdbi jdbi;
    private final Callers callers;
    private final OwnLanes lanes;
    private final Epochs epochs;

    ModerationAudit(Jdbi jdbi, Callers callers, OwnLanes lanes, Epochs epochs) {
        this.jdbi = jdbi;
        this.callers = callers;
        this.lanes = lanes;
        this.epochs = epochs;
    }

    /** Records what the caller of the current request does with a report. */
    void record(Handle handle, Action action, SealedReport report) {
        record(handle, action, report, null);
    }

    /**
     * Records an opening.
     *
     * @return how many the caller has had this day, with this one; exact, since recorders wait for each other
     */
    int recordOpening(Handle handle, SealedReport report, OpeningReason reason) {
        record(handle, Action.REPORT_OPENED, report, reason.name());
        return handle.createQuery(OPENINGS_OF_THE_DAY)
                .bind("principal", callers.principal())
                .bind("day", startOf(epochs.today()).toString())
                .mapTo(Integer.class)
                .one();
    }

    private void record(Handle handle, Action action, SealedReport report, String reason) {
        inChain(
                handle,
                table -> table.append(number -> new AuditEntry(
                        number,
                        startOf(epochs.today()),
                        callers.principal(),
                        callers.organization().orElse(null),
                        action.name(),
                        Integer.toString(report.lane()),
                        SUBJECT + report.id(),
                        reason,
                        Map.of())));
    }

    /** Entries about reports of the caller's lanes, in the order of their numbers. */
    List<AuditTable.Stored> entries(long after, String subject, int limit) {
        Optional<Set<String>> allowed = Optional.of(lanes.own().stream()
                .map(lane -> Integer.toString(lane.number()))
                .collect(Collectors.toSet()));
        return jdbi.inTransaction(handle ->
                inChain(handle, table -> table.entries(new AuditTable.Question(after, subject, null, allowed, limit))));
    }

    /**
     * @param kept an end of the chain that was kept elsewhere
     */
    Verification verify(Optional<AuditHead> kept) {
        return jdbi.inTransaction(handle -> inChain(handle, table -> table.verify(kept)));
    }

    /** What is done with the chain. */
    @FunctionalInterface
    private interface Work<T> {
        T with(AuditTable table) throws SQLException;
    }

    private static <T> T inChain(Handle handle, Work<T> work) {
        try {
            return work.with(new AuditTable(handle.getConnection(), DOMAIN));
        } catch (SQLException failed) {
            throw new IllegalStateException("the audit cannot be reached", failed);
        }
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
