package cl.observatory.reports.moderation;

import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import cl.observatory.reports.custody.Resealing;
import cl.observatory.reports.sealing.Epoch;
import cl.observatory.reports.sealing.Epochs;
import cl.observatory.reports.sealing.Purpose;
import cl.observatory.reports.sealing.Sealed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Makes a report last longer: it is sealed to the key of this week, with all that was added to it. */
@ApplicationScoped
class Keeping {

    private final ReportRepository reports;
    private final DateRepository dates;
    private final Dossiers dossiers;
    private final Resealing resealing;
    private final Epochs epochs;

    Keeping(ReportRepository reports, DateRepository dates, Dossiers dossiers, Resealing resealing, Epochs epochs) {
        this.reports = reports;
        this.dates = dates;
        this.dossiers = dossiers;
        this.resealing = resealing;
        this.epochs = epochs;
    }

    /**
     * @throws ProblemException when the report is there until then anyhow, or no key lasts that long
     */
    void check(SealedReport report, LocalDate until) {
        LocalDate first = report.epoch().closedOn();
        LocalDate last = epochs.current().closedOn().minusDays(1);
        if (until.isBefore(first) || until.isAfter(last)) {
            throw new ProblemException(ReportsProblem.INVALID_HOLD)
                    .withFaults(
                            List.of(Fault.inBody("/until", "HOLD_NOT_POSSIBLE", first.toString(), last.toString())));
        }
    }

    /** The end of the week of that day is the last of a locked report. */
    void keep(Handle handle, SealedReport report, Dossier dossier, LocalDate until) {
        reports.save(handle, report.id(), report.state(), dossiers.seal(report.id(), dossier, epochs.current()));
        for (SealedReport.Addition addition : report.additions()) {
            reports.saveAddition(handle, addition.id(), reseal(addition));
        }
        dates.hold(handle, report.id(), Epoch.of(until));
    }

    private Sealed reseal(SealedReport.Addition addition) {
        SealedContent content = addition.content();
        return resealing.reseal(Purpose.ADDITION, addition.id(), content.epoch(), content.bytes());
    }
}
