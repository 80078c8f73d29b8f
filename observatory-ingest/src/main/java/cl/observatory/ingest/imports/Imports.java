package cl.observatory.ingest.imports;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.approval.ApprovalPolicies;
import cl.observatory.ingest.approval.Rule;
import cl.observatory.ingest.audit.Action;
import cl.observatory.ingest.audit.Audit;
import cl.observatory.ingest.masking.Masking;
import cl.observatory.ingest.release.Releases;
import cl.observatory.ingest.release.Update;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Imports that were taken in, and the decisions about them. */
@ApplicationScoped
public class Imports {

    private final ImportRepository repository;
    private final Releases releases;
    private final Clock clock;
    private final ApprovalPolicies approvals;
    private final Audit audit;
    private final Masking masking;

    Imports(
            ImportRepository repository,
            Releases releases,
            Clock clock,
            ApprovalPolicies approvals,
            Audit audit,
            Masking masking) {
        this.repository = repository;
        this.releases = releases;
        this.clock = clock;
        this.approvals = approvals;
        this.audit = audit;
        this.masking = masking;
    }

    /**
     * An import with how far its publication is.
     *
     * @param approval who may decide about it
     * @param tables of a restricted data set, none of another
     */
    record Status(Import taken, Optional<Releases.Progress> progress, Rule approval, List<Masking.Status> tables) {}

    /**
     * @throws ProblemException when there is none of that id that concerns the caller
     */
    @Transactional
    Status get(UUID id) throws SQLException {
        Import taken =
                repository.findForCaller(id).orElseThrow(() -> new ProblemException(IngestProblem.UNKNOWN_IMPORT, id));
        return status(taken);
    }

    /**
     * Records the decision; with a yes, the release is numbered and its events are handed to the outbox in the same
     * transaction.
     *
     * @throws ProblemException when there is no such import that concerns the caller, it was decided before, or the
     *     caller may not decide about it
     */
    @Transactional
    Status decide(UUID id, Import.Decision decision, String principal, String note) throws SQLException {
        Import taken =
                repository.lockForCaller(id).orElseThrow(() -> new ProblemException(IngestProblem.UNKNOWN_IMPORT, id));
        String organization = approvals.checkApprover(taken.datasetId(), taken.organization(), taken.territories());
        taken.decide(decision, new Import.Approver(principal, organization), note, clock.instant());
        if (decision == Import.Decision.APPROVE) {
            approve(taken);
        }
        audit.record(
                decision == Import.Decision.APPROVE ? Action.IMPORT_APPROVED : Action.IMPORT_REJECTED,
                taken.datasetId(),
                "imports/" + id,
                note,
                Map.of("checksum", taken.checksum(), "submittedBy", taken.submittedBy()));
        return status(taken);
    }

    private Status status(Import taken) throws SQLException {
        return new Status(
                taken, releases.progress(taken.id()), approvals.rule(taken.datasetId()), masking.statuses(taken.id()));
    }

    private void approve(Import taken) throws SQLException {
        releases.lock(taken.datasetId());
        Optional<Import> waiting = repository
                .findUnderEmbargo(taken.datasetId())
                .filter(other -> !other.id().equals(taken.id()));
        if (waiting.isPresent()) {
            throw new ProblemException(
                    IngestProblem.RELEASE_UNDER_EMBARGO,
                    waiting.get().id(),
                    waiting.get().embargoUntil());
        }
        boolean waits = taken.embargoUntil() != null && taken.embargoUntil().isAfter(clock.instant());
        if (taken.release().update() == Update.full) {
            repository.checkErasesNothing(taken.datasetId(), taken.territories());
        }
        if (masking.publish(taken.content())) {
            return;
        }
        if (!waits) {
            releases.publish(taken.datasetId(), taken.content());
        } else if (!releases.isCurrent(taken.datasetId(), taken.release().basedOn())) {
            throw new ProblemException(IngestProblem.IMPORT_STALE);
        }
    }

    /**
     * @throws ProblemException when there is no such import, or it is not known any more how it differs
     */
    @Transactional
    Import getCompared(UUID id) throws SQLException {
        Import taken = get(id).taken();
        if (taken.release().changes() == null) {
            throw new ProblemException(IngestProblem.DIFF_NOT_KEPT, id);
        }
        return taken;
    }

    /**
     * @throws ProblemException when there is no such import, or its source was removed
     */
    @Transactional
    Import getWithSource(UUID id) throws SQLException {
        Status status = get(id);
        if (status.progress().filter(progress -> progress.release().isRemoved()).isPresent()) {
            throw new ProblemException(IngestProblem.RELEASE_REMOVED, id);
        }
        return status.taken();
    }
}
