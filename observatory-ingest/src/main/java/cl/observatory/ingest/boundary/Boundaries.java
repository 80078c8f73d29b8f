package cl.observatory.ingest.boundary;

import cl.observatory.events.boundary.BoundariesPublished;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.access.Permissions;
import cl.observatory.ingest.boundary.BoundaryStore.Reading;
import cl.observatory.ingest.boundary.BoundaryStore.Standing;
import cl.observatory.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Publication of boundaries. A version of an edition and the events that tell of it share one transaction, which is short:
 * shapes are made before it begins.
 */
@ApplicationScoped
class Boundaries {

    private final BoundaryFiles files;
    private final Levels levels;
    private final BoundaryStore store;
    private final Permissions permissions;
    private final Clock clock;

    Boundaries(BoundaryFiles files, Levels levels, BoundaryStore store, Permissions permissions, Clock clock) {
        this.files = files;
        this.levels = levels;
        this.store = store;
        this.permissions = permissions;
        this.clock = clock;
    }

    /**
     * @throws ProblemException when there is no edition of that name
     */
    BoundariesPublished get(String edition) throws SQLException {
        return store.findLatest(edition)
                .map(Standing::definition)
                .orElseThrow(() -> new ProblemException(IngestProblem.UNKNOWN_BOUNDARIES, edition));
    }

    /**
     * Publishes an edition, or changes it when the caller names the version that stands. The same file, said to be the
     * same, changes nothing.
     *
     * @param expectedVersion the version that the caller saw, empty when it says nothing
     * @throws ProblemException when the caller may not, the file cannot be used, or the version is stale or missing
     * @throws IOException when the body breaks off; nothing is kept then
     */
    BoundariesPublished publish(NewBoundaries asked, InputStream body, Optional<Long> expectedVersion)
            throws IOException, SQLException {
        permissions.checkWholeCountry();
        permissions.checkEveryDataset();
        try (BoundaryFiles.Place place = files.take()) {
            ReceivedFile file = place.read(asked, body);
            Optional<Standing> standing = store.findLatest(asked.edition());
            if (standing.isPresent() && isSame(asked, file, standing.get())) {
                return standing.get().definition();
            }
            long version = next(asked.edition(), standing, expectedVersion);
            List<byte[]> parts = parts(asked.edition(), version, file);
            Standing changed = new Standing(definition(asked, file, version, parts.size()), reading(asked));
            return QuarkusTransaction.requiringNew().call(() -> add(changed, file, parts));
        }
    }

    private BoundariesPublished add(Standing changed, ReceivedFile file, List<byte[]> parts) throws SQLException {
        BoundariesPublished definition = changed.definition();
        store.lock(definition.edition());
        long standing = store.findLatest(definition.edition())
                .map(last -> last.definition().version())
                .orElse(0L);
        if (definition.version() != standing + 1) {
            // somebody else was quicker
            throw new ProblemException(IngestProblem.VERSION_STALE, Long.toString(standing));
        }
        store.add(changed, file.packed().bytes(), parts, permissions.principal());
        return definition;
    }

    private static boolean isSame(NewBoundaries asked, ReceivedFile file, Standing standing) {
        BoundariesPublished definition = standing.definition();
        return definition.validFrom().equals(asked.validFrom())
                && definition.source().equals(asked.provenance().of(file.sha256()))
                && definition.synthetic() == asked.synthetic()
                && standing.reading().equals(reading(asked));
    }

    private static long next(String edition, Optional<Standing> standing, Optional<Long> expected) {
        if (standing.isEmpty()) {
            if (expected.isPresent()) {
                throw new ProblemException(IngestProblem.UNKNOWN_BOUNDARIES, edition);
            }
            return 1;
        }
        long version = standing.get().definition().version();
        String told = Long.toString(version);
        if (expected.orElseThrow(() -> new ProblemException(IngestProblem.VERSION_REQUIRED, told)) != version) {
            throw new ProblemException(IngestProblem.VERSION_STALE, told);
        }
        return version + 1;
    }

    private List<byte[]> parts(String edition, long version, ReceivedFile file) {
        ShapeParts parts = new ShapeParts(edition, version);
        for (Zoom zoom : Zoom.values()) {
            parts.add(zoom, levels.of(file.communes().at(zoom), file.unmatched(), zoom));
        }
        return parts.all();
    }

    private BoundariesPublished definition(NewBoundaries asked, ReceivedFile file, long version, int parts) {
        return new BoundariesPublished(
                asked.edition(),
                version,
                asked.validFrom(),
                asked.provenance().of(file.sha256()),
                asked.synthetic(),
                parts,
                file.missing(),
                List.copyOf(file.communes().repaired()),
                file.unmatched(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static Reading reading(NewBoundaries asked) {
        return new Reading(asked.codeProperty(), new TreeSet<>(asked.ignoredCodes()), asked.repair());
    }
}
