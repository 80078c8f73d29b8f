package cl.observatory.ingest.imports;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.dataset.Datasets;
import cl.observatory.ingest.release.BatchReader;
import cl.observatory.ingest.release.Releases;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Imports that were taken in, and the decisions about them. */
@ApplicationScoped
public class Imports {

    private final ImportRepository repository;
    private final Releases releases;
    private final Datasets datasets;
    private final DataSource dataSource;
    private final Clock clock;

    Imports(ImportRepository repository, Releases releases, Datasets datasets, DataSource dataSource, Clock clock) {
        this.repository = repository;
        this.releases = releases;
        this.datasets = datasets;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** An import with how far its publication is. */
    record Status(Import taken, Optional<Releases.Progress> progress) {}

    /**
     * @throws ProblemException when there is none of that id
     */
    @Transactional
    Status get(UUID id) throws SQLException {
        Import taken = repository
                .findByIdOptional(id)
                .orElseThrow(() -> new ProblemException(IngestProblem.UNKNOWN_IMPORT, id));
        return new Status(taken, releases.progress(id));
    }

    /** Hands out the rows that were not taken. */
    @Transactional
    void writeRejected(UUID id, OutputStream target) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            StoredPieces.read(connection, id, StoredPieces.Kind.REJECTED, target);
        } catch (SQLException failed) {
            throw new IllegalStateException("the rejected rows cannot be read", failed);
        }
    }

    /** Hands out the cells as they were read. */
    @Transactional
    void writeObservations(UUID id, OutputStream target) throws IOException {
        Import taken = repository.findById(id);
        DatasetDefined dataset = datasets.get(taken.datasetId()).definition();
        try (Connection connection = dataSource.getConnection();
                ObservationsCsv csv = new ObservationsCsv(target, dataset)) {
            BatchReader.forEach(connection, id, csv::write);
        } catch (SQLException failed) {
            throw new IllegalStateException("the observations cannot be read", failed);
        }
    }

    /**
     * Records the decision; with a yes, the release is numbered and its events are handed to the outbox in the same
     * transaction.
     *
     * @throws ProblemException when there is no such import, it was decided before, or by the one who sent it
     */
    @Transactional
    Status decide(UUID id, Import.Decision decision, String principal, String note) throws SQLException {
        Import taken =
                repository.findLocked(id).orElseThrow(() -> new ProblemException(IngestProblem.UNKNOWN_IMPORT, id));
        taken.decide(decision, principal, note, clock.instant());
        if (decision == Import.Decision.APPROVE) {
            releases.publish(taken.datasetId(), taken.content());
        }
        return new Status(taken, releases.progress(id));
    }
}
