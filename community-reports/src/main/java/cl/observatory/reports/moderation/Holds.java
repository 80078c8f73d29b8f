package cl.observatory.reports.moderation;

import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps reports beyond the date of their key, which takes two persons. What is kept is sealed to the key of this week, and
 * so ends with that one: whoever needs it longer does it again.
 */
@ApplicationScoped
class Holds {

    private final Jdbi jdbi;
    private final ReportAccess access;
    private final Proposals proposals;
    private final Keeping keeping;
    private final Records records;

    Holds(Jdbi jdbi, ReportAccess access, Proposals proposals, Keeping keeping, Records records) {
        this.jdbi = jdbi;
        this.access = access;
        this.proposals = proposals;
        this.keeping = keeping;
        this.records = records;
    }

    /**
     * @param version that the caller saw
     * @throws ProblemException when the caller has no such report, nothing is left of it, it has changed, the day cannot be
     *     kept or is another than was proposed, or the caller has proposed it
     */
    Transitions.Outcome hold(UUID id, String version, NewHold asked) {
        return jdbi.inTransaction(handle -> {
            SealedReport report = access.lock(handle, id, version);
            keeping.check(report, asked.until());
            Dossier dossier = access.open(report);
            boolean confirmed = proposals.confirm(handle, report, ProposalKind.HOLD);
            if (confirmed) {
                checkSame(dossier.notes().hold(), asked.until());
                keeping.keep(handle, report, dossier, asked.until());
            } else {
                Notes.Hold hold = new Notes.Hold(asked.until(), asked.reason());
                access.save(
                        handle,
                        report,
                        report.state(),
                        dossier.with(dossier.notes().held(hold)));
            }
            records.act(handle, confirmed ? Action.HOLD_CONFIRMED : Action.HOLD_PROPOSED, report);
            return new Transitions.Outcome(access.shown(handle, id), !confirmed);
        });
    }

    /**
     * Takes a proposal back, or says no to it.
     *
     * @throws ProblemException when the caller has no such report, nothing is left of it, or it has changed
     */
    QueueItem withdraw(UUID id, String version, ProposalKind kind) {
        return jdbi.inTransaction(handle -> {
            SealedReport report = access.lock(handle, id, version);
            if (proposals.end(handle, report, kind)) {
                records.act(handle, Action.PROPOSAL_WITHDRAWN, report);
            }
            return access.shown(handle, id);
        });
    }

    private static void checkSame(Notes.Hold proposed, LocalDate until) {
        if (!proposed.until().equals(until)) {
            throw new ProblemException(
                    ReportsProblem.ANOTHER_HOLD_PROPOSED, proposed.until().toString());
        }
    }
}
