package cl.observatory.reports.moderation;

import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import cl.observatory.reports.sealing.Epochs;
import cl.observatory.reports.sealing.Sealed;
import cl.observatory.reports.state.ReportState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reports for whoever works in their lane; for others they are not there. */
@ApplicationScoped
class ReportAccess {

    private final ReportRepository reports;
    private final OwnLanes lanes;
    private final Dossiers dossiers;
    private final Epochs epochs;

    ReportAccess(ReportRepository reports, OwnLanes lanes, Dossiers dossiers, Epochs epochs) {
        this.reports = reports;
        this.lanes = lanes;
        this.dossiers = dossiers;
        this.epochs = epochs;
    }

    /**
     * @throws ProblemException when the caller has no such report, or nothing is left of it
     */
    SealedReport find(Handle handle, UUID id) {
        SealedReport report =
                findOptional(handle, id).orElseThrow(() -> new ProblemException(ReportsProblem.UNKNOWN_REPORT));
        if (report.state().isErased()) {
            throw new ProblemException(ReportsProblem.REPORT_ERASED);
        }
        return report;
    }

    /** Empty when the caller has no such report. */
    Optional<SealedReport> findOptional(Handle handle, UUID id) {
        return reports.find(handle, id).filter(found -> lanes.find(found.lane()).isPresent());
    }

    /** Lets nobody change these reports, or add to them, until the transaction ends. */
    void lock(Handle handle, UUID... ids) {
        // whoever needs two waits in the same order as others do
        Arrays.stream(ids).sorted().forEach(id -> reports.lock(handle, id));
    }

    /**
     * The report, which nobody changes until the transaction ends.
     *
     * @param version that the caller saw
     * @throws ProblemException when the caller has no such report, nothing is left of it, or it has changed
     */
    SealedReport lock(Handle handle, UUID id, String version) {
        reports.lock(handle, id);
        SealedReport report = find(handle, id);
        if (!report.version().equals(version)) {
            throw new ProblemException(ReportsProblem.REPORT_CHANGED);
        }
        return report;
    }

    /**
     * @throws ProblemException when the date of its key is over
     */
    Dossier open(SealedReport report) {
        return dossiers.open(report);
    }

    /**
     * Seals a locked report to the key that it had: what is done with it does not make it last longer.
     *
     * @throws ProblemException when there is no room for what is to be kept
     */
    void save(Handle handle, SealedReport report, ReportState state, Dossier dossier) {
        Sealed sealed = dossiers.seal(report, dossier);
        reports.save(handle, report.id(), state, sealed);
    }

    /** The same, for what was decided today. */
    void decide(Handle handle, SealedReport report, ReportState state, Dossier dossier) {
        save(handle, report, state, dossier.with(dossier.notes().decided(epochs.today())));
    }

    /** A report as the queue shows it. */
    QueueItem shown(Handle handle, UUID id) {
        QueuedReport report = reports.queued(handle, id);
        return QueueItem.of(report, lanes.find(report.lane()).orElseThrow());
    }
}
