package cl.observatory.ingest.boundary;

import cl.observatory.events.reference.TerritoriesPublished.Territory;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.table.FilesConfig;
import cl.observatory.ingest.table.SourceStream;
import cl.observatory.ingest.territory.Territories;
import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import com.github.luben.zstd.ZstdOutputStream;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipException;

/** Takes files of boundaries in, plain or gzip, one at a time: each is in memory whole while it is looked at. */
@ApplicationScoped
class BoundaryFiles {

    private static final int MOST_EXPANSION = 100;
    private static final String RETRY_AFTER_SECONDS = "10";

    private final Territories territories;
    private final int mostPositions;
    private final Bounds bounds;
    private final Semaphore place = new Semaphore(1);

    BoundaryFiles(Territories territories, BoundariesConfig config) {
        this.territories = territories;
        this.mostPositions = config.maxPositions();
        this.bounds = new Bounds(config.maxSize(), config.maxSize(), MOST_EXPANSION);
    }

    private record Bounds(MemorySize maxSize, MemorySize maxExpandedSize, int maxExpansion) implements FilesConfig {}

    /** The right to have a file in memory, until it is closed. */
    final class Place implements AutoCloseable {

        private Place() {}

        /**
         * @throws ProblemException when the file cannot be used
         * @throws IOException when the body breaks off
         */
        ReceivedFile read(NewBoundaries asked, InputStream body) throws IOException {
            return receive(asked, body);
        }

        @Override
        public void close() {
            place.release();
        }
    }

    /**
     * @throws ProblemException when another file is in memory
     */
    Place take() {
        if (!place.tryAcquire()) {
            throw new ProblemException(IngestProblem.TOO_MANY_IMPORTS).withHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        return new Place();
    }

    private ReceivedFile receive(NewBoundaries asked, InputStream body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        DigestOutputStream archive = new DigestOutputStream(new ZstdOutputStream(packed), sha256());
        DrawnCommunes communes;
        try (archive;
                SourceStream source = SourceStream.open(body, archive, bounds)) {
            communes = new BoundaryFile(asked, territories).read(source.content(), mostPositions);
            source.drain();
        } catch (ZipException damaged) {
            throw new ProblemException(IngestProblem.BOUNDARIES_REFUSED)
                    .withFaults(List.of(Fault.inBody("", "DAMAGED_GZIP")));
        }
        return new ReceivedFile(
                communes,
                new ReceivedFile.Packed(packed.toByteArray()),
                HexFormat.of().formatHex(archive.getMessageDigest().digest()),
                missing(communes.shapes().keySet(), asked.validFrom()),
                communes.unmatched());
    }

    private List<String> missing(Collection<String> drawn, LocalDate day) {
        return territories.table().territories().stream()
                .filter(territory -> territory.level().equals("commune") && holdsOn(territory, day))
                .map(Territory::code)
                .filter(code -> !drawn.contains(code))
                .sorted()
                .toList();
    }

    private static boolean holdsOn(Territory territory, LocalDate day) {
        return (territory.validFrom() == null || !territory.validFrom().isAfter(day))
                && (territory.validTo() == null || territory.validTo().isAfter(day));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
