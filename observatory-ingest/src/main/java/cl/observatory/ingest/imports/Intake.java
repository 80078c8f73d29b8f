package cl.observatory.ingest.imports;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.audit.Action;
import cl.observatory.ingest.audit.Audit;
import cl.observatory.ingest.check.CheckReport;
import cl.observatory.ingest.check.Checks;
import cl.observatory.ingest.masking.MaskedTable;
import cl.observatory.ingest.masking.Masking;
import cl.observatory.ingest.profile.Profiles;
import cl.observatory.ingest.release.ReleaseDraft;
import cl.observatory.ingest.release.Update;
import cl.observatory.ingest.source.SourceWatch;
import cl.observatory.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/**
 * Takes files in. Source, batches and import are stored in one transaction while the body arrives: whoever has the id of
 * an import has all of it, and a body that is refused or breaks off leaves nothing but, when a registered source's files
 * have changed their shape, a note of that.
 */
@ApplicationScoped
class Intake {

    private final ImportRepository repository;
    private final Profiles profiles;
    private final FileReadings readings;
    private final Checks checks;
    private final SourceWatch watch;
    private final DataSource dataSource;
    private final Clock clock;
    private final Audit audit;
    private final Masking masking;
    private final Semaphore places;

    Intake(
            ImportRepository repository,
            Profiles profiles,
            FileReadings readings,
            Checks checks,
            SourceWatch watch,
            DataSource dataSource,
            Clock clock,
            Audit audit,
            Masking masking) {
        this.repository = repository;
        this.profiles = profiles;
        this.readings = readings;
        this.checks = checks;
        this.watch = watch;
        this.dataSource = dataSource;
        this.clock = clock;
        this.audit = audit;
        this.masking = masking;
        this.places = new Semaphore(readings.config().maxConcurrent());
    }

    /** The same as {@link #submit(NewImport, InputStream, String)} of a file that its sender has. */
    UUID submit(NewImport asked, InputStream body) throws IOException, SQLException {
        return submit(asked, body, null);
    }

    /**
     * @param address that the file is fetched from, null when the caller sends it
     * @return the id of the import; of the first one when the same key and request come again
     * @throws ProblemException when the file is refused, or there are too many at once
     * @throws IOException when the body breaks off
     */
    UUID submit(NewImport asked, InputStream body, String address) throws IOException, SQLException {
        Profiles.Reading reading = profiles.getLatest(asked.datasetId(), asked.profile());
        FileReading pass = readings.of(reading);
        takePlace();
        try {
            return QuarkusTransaction.requiringNew().timeout(timeout()).call(() -> {
                lockDataset(asked.datasetId());
                Import taken = begin(asked, reading);
                taken.fetchedFrom(address);
                return store(taken, asked, body, reading, pass);
            });
        } catch (SentBeforeException replay) {
            return replay.id();
        } catch (ProblemException refused) {
            if (refused.type() == IngestProblem.FILE_UNREADABLE && isPublishers(asked)) {
                watch.unreadable(asked.datasetId(), asked.profile(), pass.conflicts());
            }
            throw refused;
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

    /**
     * Reads a file as {@link #submit} does, and keeps nothing.
     *
     * @param rejected gets the rows that would not be taken; closed with the file
     * @return what the import would be, and whether it would be taken
     * @throws ProblemException when the file cannot be read, or there are too many at once
     * @throws IOException when the body breaks off
     */
    Validation validate(NewImport asked, InputStream body, OutputStream rejected) throws IOException, SQLException {
        Profiles.Reading reading = profiles.getLatest(asked.datasetId(), asked.profile());
        takePlace();
        try {
            QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(timeout()));
            Import read = begin(asked, reading);
            try (Connection connection = dataSource.getConnection()) {
                try (ReleaseDraft draft = draft(connection, read.id(), asked, reading)) {
                    ReadFile file = readings.of(reading)
                            .read(body, asked, new FileTargets(OutputStream.nullOutputStream(), rejected, draft));
                    read.received(file, null);
                    read.checked(check(draft, file, asked, reading));
                    return new Validation(
                            read, !file.refused(), file.refused() ? List.of() : mask(draft, read, reading));
                }
            }
        } finally {
            QuarkusTransaction.rollback();
            places.release();
        }
    }

    /**
     * What a file would be.
     *
     * @param read not kept
     * @param tables that would be served of it; none when its data set is not restricted
     */
    record Validation(Import read, boolean acceptable, List<MaskedTable> tables) {}

    private List<MaskedTable> mask(ReleaseDraft draft, Import taken, Profiles.Reading reading) throws SQLException {
        return masking.mask(
                draft.connection(),
                reading.dataset(),
                taken.id(),
                readings.config().batchRows());
    }

    /** What comes from somebody who speaks for some territories only says nothing about the publisher of all. */
    private static boolean isPublishers(NewImport asked) {
        return asked.bindings().territories().isAll();
    }

    private void takePlace() {
        if (!places.tryAcquire()) {
            throw new ProblemException(IngestProblem.TOO_MANY_IMPORTS).withHeader("Retry-After", "30");
        }
    }

    private int timeout() {
        return (int) readings.config().timeout().toSeconds();
    }

    private Import begin(NewImport asked, Profiles.Reading reading) {
        if (asked.update() == Update.full) {
            repository.checkErasesNothing(
                    asked.datasetId(), asked.bindings().territories().codes());
        }
        masking.checkFits(asked.datasetId(), asked.update() == Update.merge, asked.embargoUntil() != null);
        Import taken =
                new Import(UUID.randomUUID(), asked, reading.version(), readings.territoriesVersion(), clock.instant());
        repository.persistAndFlush(taken);
        return taken;
    }

    private ReleaseDraft draft(Connection connection, UUID id, NewImport asked, Profiles.Reading reading)
            throws SQLException {
        return new ReleaseDraft(
                connection,
                id,
                reading.dataset(),
                asked.update(),
                readings.config().batchRows());
    }

    private CheckReport check(ReleaseDraft draft, ReadFile file, NewImport asked, Profiles.Reading reading)
            throws SQLException {
        return checks.run(
                draft.connection(), reading.dataset(), file.release().update() == Update.full, asked.retrievedAt());
    }

    /** Whoever comes second could only be compared with what the first is about to change. */
    private void lockDataset(String datasetId) {
        Object free = repository
                .getEntityManager()
                .createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(?1, 0))", Boolean.class)
                .setParameter(1, "import of " + datasetId)
                .getSingleResult();
        if (!Boolean.TRUE.equals(free)) {
            throw new ProblemException(IngestProblem.IMPORT_UNDER_WAY, datasetId).withHeader("Retry-After", "5");
        }
    }

    private UUID store(Import taken, NewImport asked, InputStream body, Profiles.Reading reading, FileReading pass)
            throws IOException, SQLException {
        ReadFile file;
        try (Connection connection = dataSource.getConnection();
                ReleaseDraft draft = draft(connection, taken.id(), asked, reading)) {
            file = pass.read(
                    body,
                    asked,
                    new FileTargets(
                            StoredPieces.write(draft::connection, taken.id(), StoredPieces.Kind.SOURCE),
                            StoredPieces.write(draft::connection, taken.id(), StoredPieces.Kind.REJECTED),
                            draft));
            taken.checked(check(draft, file, asked, reading));
            Optional<UUID> earlier = earlier(asked, file, taken);
            if (earlier.isPresent()) {
                throw new SentBeforeException(earlier.get());
            }
            masking.checkNonePending(asked.datasetId(), taken.id());
            mask(draft, taken, reading);
        }
        taken.received(file, asked.idempotencyKey());
        repository.flush();
        if (isPublishers(asked)) {
            watch.delivered(taken.datasetId(), taken.profileName(), taken.delivery(pass.columns()));
        }
        audit.record(
                Action.IMPORT_SUBMITTED,
                asked.datasetId(),
                "imports/" + taken.id(),
                asked.changeNote(),
                Map.of("sha256", taken.sourceSha256(), "checksum", taken.checksum()));
        return taken.id();
    }

    /** The import that the same request made before: told by its key, or without one by being the newest. */
    private Optional<UUID> earlier(NewImport asked, ReadFile file, Import taken) {
        if (asked.idempotencyKey() != null) {
            lockKey(asked);
            Optional<Import> ofKey = repository.findByIdempotencyKey(asked.principal(), asked.idempotencyKey());
            if (ofKey.isPresent() && !ofKey.get().isOf(asked, file.sha256())) {
                throw new ProblemException(IngestProblem.IDEMPOTENCY_KEY_REUSED);
            }
            return ofKey.map(Import::id);
        }
        return repository
                .findNewest(asked.datasetId(), taken.id())
                .filter(newest -> newest.isOf(asked, file.sha256())
                        && newest.profileVersion() == taken.profileVersion()
                        && !newest.isStale()
                        && newest.release().stands(newest.id(), file.release().basedOn()))
                .map(Import::id);
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
