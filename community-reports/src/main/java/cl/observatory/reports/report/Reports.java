package cl.observatory.reports.report;

import cl.observatory.problem.ProblemException;
import cl.observatory.reports.filing.ProofOfFiling;
import cl.observatory.reports.guidance.Category;
import cl.observatory.reports.guidance.ChannelView;
import cl.observatory.reports.guidance.Guidance;
import cl.observatory.reports.lane.Lanes;
import cl.observatory.reports.proof.Proof;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Takes reports. A report is stored, durably and once, when {@link #submit} returns; the same request again gives the same
 * receipt and stores nothing. When something is out of reach nothing is kept.
 */
@ApplicationScoped
public class Reports {

    private final NewReportCheck check;
    private final Guidance guidance;
    private final Lanes lanes;
    private final ReportStorage storage;

    Reports(NewReportCheck check, Guidance guidance, Lanes lanes, ReportStorage storage) {
        this.check = check;
        this.guidance = guidance;
        this.lanes = lanes;
        this.storage = storage;
    }

    /**
     * @param place of the report in the body, a JSON pointer; empty when it is the body
     * @param proof empty when none is asked for
     * @throws ProblemException when something in it cannot be used, or the proof was spent for something else
     */
    public SubmittedReport submit(
            NewReport report, String place, Filing filing, IdempotencyKey key, Optional<Proof> proof) {
        Category category = check.check(report, place, filing);
        ReportStorage.Stored stored =
                storage.store(report, lanes.of(category.priority(), report.commune()), filing, key, proof);
        return new SubmittedReport(
                stored.receipt().text(),
                filing.isRelayed(),
                stored.redactions(),
                guidance.safetyMessages(category.code()),
                channels(report),
                stored.proof()
                        .map(made -> ProofOfFiling.of(made, guidance.proofOfFilingWarning()))
                        .orElse(null));
    }

    /** Numbers for emergencies come first when it is happening now, and last when it is not. */
    private List<ChannelView> channels(NewReport report) {
        List<ChannelView> channels = guidance.channels(report.commune(), report.category());
        return report.isHappeningNow()
                ? channels
                : channels.stream()
                        .sorted(Comparator.comparing(ChannelView::emergency))
                        .toList();
    }
}
