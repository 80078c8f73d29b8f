package cl.observatory.reports.moderation;

import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import cl.observatory.reports.identity.Callers;
import cl.observatory.reports.sealing.Epochs;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What takes two persons: one proposes it, another confirms it. */
@ApplicationScoped
class Proposals {

    private final ProposalRepository repository;
    private final Callers callers;
    private final Epochs epochs;

    Proposals(ProposalRepository repository, Callers callers, Epochs epochs) {
        this.repository = repository;
        this.callers = callers;
        this.epochs = epochs;
    }

    /**
     * What the caller does: confirms what another has proposed, which ends the proposal; or proposes it.
     *
     * @return whether it is confirmed
     * @throws ProblemException when the caller has proposed it
     */
    boolean confirm(Handle handle, SealedReport report, ProposalKind kind) {
        Optional<Proposal> proposal = repository.find(handle, report.id(), kind);
        if (proposal.isEmpty()) {
            repository.add(handle, report.id(), kind, new Proposal(callers.principal(), epochs.today()));
            return false;
        }
        if (proposal.get().principal().equals(callers.principal())) {
            throw new ProblemException(ReportsProblem.SECOND_PERSON_NEEDED);
        }
        return repository.remove(handle, report.id(), kind);
    }

    /**
     * Ends a proposal.
     *
     * @return whether there was one
     */
    boolean end(Handle handle, SealedReport report, ProposalKind kind) {
        return repository.remove(handle, report.id(), kind);
    }
}
