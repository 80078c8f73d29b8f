package cl.observatory.ingest.imports;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.profile.Profiles;
import cl.observatory.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/**
 * Takes files in. Source, batches and import are stored in one transaction while the body arrives: whoever has the id of
 * an import has all of it, and a body that is refused or breaks off leaves nothing.
 */
@ApplicationScoped
class Intake {

    private final ImportRepository repository;
    private final Profiles profiles;
    private final FileReadings readings;
    private final DataSource dataSource;
    private final Clock clock;
    private final Semaphore places;

    Intake(ImportRepository repository, Profiles profiles, FileReadings readings, DataSource dataSource, Clock clock) {
        this.repository = repository;
        this.profiles = profiles;
        this.readings = readings;
        this.dataSource = dataSource;
        this.clock = clock;
        this.places = new Semaphore(readings.config().maxConcurrent());
    }

    /**
     * @return the id of the import; of the first one when the same key and request come again
     * @throws ProblemException when the file is refused, or there are too many at once
     * @throws IOException when the body breaks off
     */
    UUID submit(NewImport asked, InputStream body) throws IOException {
        Profiles.Reading reading = profiles.getLatest(asked.datasetId(), asked.profile());
        if (!places.tryAcquire()) {
            throw new ProblemException(IngestProblem.TOO_MANY_IMPORTS).withHeader("Retry-After", "30");
        }
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout((int) readings.config().timeout().toSeconds())
                    .call(() -> store(asked, body, reading));
        } catch (SentBeforeException replay) {
            return replay.id();
        } catch (QuarkusTransactionException wrapped) {
            // a checked exception comes out of a transaction wrapped
            if (wrapped.getCause() instanceof IOException brokenOff) {
                throw brokenOff;
            }
            throw wrapped;
        } finally {
            places.release();
        }
    }

    private UUID store(NewImport asked, InputStream body, Profiles.Reading reading) throws IOException, SQLException {
        UUID id = UUID.randomUUID();
        Import taken =
                new Import(id, asked, reading.profile().version(), readings.territoriesVersion(), clock.instant());
        repository.persistAndFlush(taken);
        ReadFile file;
        try (Connection connection = dataSource.getConnection()) {
            file = readings.of(reading).read(body, asked, connection, id);
        }
        if (asked.idempotencyKey() != null) {
            lockKey(asked);
            Optional<Import> earlier = repository.findByIdempotencyKey(asked.principal(), asked.idempotencyKey());
            if (earlier.isPresent()) {
                throw earlier.get().isOf(asked, file.sha256())
                        ? new SentBeforeException(earlier.get().id())
                        : new ProblemException(IngestProblem.IDEMPOTENCY_KEY_REUSED);
            }
        }
        taken.received(file, asked.idempotencyKey());
        repository.flush();
        return id;
    }

    /** Two requests of one key wait for each other here, so that the second sees the first. */
    private void lockKey(NewImport asked) {
        repository
                .getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, asked.principal() + " " + asked.idempotencyKey())
                .getResultList();
    }

    /** Rolls back a request that was answered before. */
    private static final class SentBeforeException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final UUID id;

        SentBeforeException(UUID id) {
            super("sent before as " + id, null, false, false);
            this.id = id;
        }

        UUID id() {
            return id;
        }
    }
}
