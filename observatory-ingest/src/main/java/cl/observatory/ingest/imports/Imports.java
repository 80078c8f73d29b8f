package cl.observatory.ingest.imports;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.access.Permissions;
import cl.observatory.ingest.release.Releases;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Imports that were taken in, and the decisions about them. */
@ApplicationScoped
public class Imports {

    private final ImportRepository repository;
    private final Releases releases;
    private final Clock clock;
    private final Permissions permissions;

    Imports(ImportRepository repository, Releases releases, Clock clock, Permissions permissions) {
        this.repository = repository;
        this.releases = releases;
        this.clock = clock;
        this.permissions = permissions;
    }

    /** An import with how far its publication is. */
    record Status(Import taken, Optional<Releases.Progress> progress) {}

    /**
     * @throws ProblemException when there is none of that id that concerns the caller
     */
    @Transactional
    Status get(UUID id) throws SQLException {
        Import taken = repository
                .findByIdOptional(id)
                .filter(this::isForCaller)
                .orElseThrow(() -> new ProblemException(IngestProblem.UNKNOWN_IMPORT, id));
        return new Status(taken, releases.progress(id));
    }

    /**
     * Records the decision; with a yes, the release is numbered and its events are handed to the outbox in the same
     * transaction.
     *
     * @throws ProblemException when there is no such import that concerns the caller, it was decided before, or by the
     *     one who sent it
     */
    @Transactional
    Status decide(UUID id, Import.Decision decision, String principal, String note) throws SQLException {
        Import taken = repository
                .findLocked(id)
                .filter(this::isForCaller)
                .orElseThrow(() -> new ProblemException(IngestProblem.UNKNOWN_IMPORT, id));
        permissions.checkTerritories(taken.territories());
        taken.decide(decision, principal, note, clock.instant());
        if (decision == Import.Decision.APPROVE) {
            releases.publish(taken.datasetId(), taken.content());
        }
        return new Status(taken, releases.progress(id));
    }

    /** An import of somebody else's data set is told from none of that id by nobody. */
    private boolean isForCaller(Import taken) {
        return permissions.maySee(taken.datasetId(), taken.organization());
    }
}
