package cl.observatory.reports.relay;

import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import cl.observatory.reports.identity.Callers;
import cl.observatory.reports.report.Filing;
import cl.observatory.reports.report.IdempotencyKey;
import cl.observatory.reports.report.Reports;
import cl.observatory.reports.report.SubmittedReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Files reports for an organization, from the territories that it is bound to. */
@ApplicationScoped
class Relay {

    private final Callers callers;
    private final Reports reports;

    Relay(Callers callers, Reports reports) {
        this.callers = callers;
        this.reports = reports;
    }

    /**
     * @throws ProblemException when the caller works for no organization, or not in that commune
     */
    SubmittedReport file(NewRelayedReport relayed, IdempotencyKey key) {
        String partner = callers.organization()
                .orElseThrow(() -> new ProblemException(ReportsProblem.RELAY_WITHOUT_ORGANIZATION));
        String commune = relayed.report().commune();
        boolean bound = callers.territories()
                .map(territories -> territories.stream()
                        .noneMatch(territory -> territory.equals("CL") || commune.startsWith(territory)))
                .orElse(false);
        if (bound) {
            throw new ProblemException(ReportsProblem.COMMUNE_NOT_ALLOWED);
        }
        Filing filing = new Filing(relayed.channel().channel(), partner);
        return reports.submit(relayed.report(), "/report", filing, key, Optional.empty());
    }
}
