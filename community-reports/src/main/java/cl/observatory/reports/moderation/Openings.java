package cl.observatory.reports.moderation;

import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Opens reports for people to read. Nothing is shown before its entry in the audit is committed, and nobody opens more than
 * a bound allows, within an hour and within a day.
 */
@ApplicationScoped
class Openings {

    private final Jdbi jdbi;
    private final ReportAccess access;
    private final OpeningBounds bounds;
    private final Records records;

    Openings(Jdbi jdbi, ReportAccess access, OpeningBounds bounds, Records records) {
        this.jdbi = jdbi;
        this.access = access;
        this.bounds = bounds;
        this.records = records;
    }

    /**
     * @throws ProblemException when the caller has no such report, nothing is left of it, or the caller has opened too many
     */
    OpenedReport open(UUID id, OpeningReason reason) {
        return jdbi.inTransaction(handle -> {
            SealedReport report = access.find(handle, id);
            bounds.checkHour();
            OpenedReport opened = OpenedReport.of(access.shown(handle, id), access.open(report));
            bounds.checkDay(records.opening(handle, report, reason));
            return opened;
        });
    }
}
