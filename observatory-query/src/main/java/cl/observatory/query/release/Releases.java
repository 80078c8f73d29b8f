package cl.observatory.query.release;

import cl.observatory.events.release.ReleasePublished;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.StoredJson;
import cl.observatory.query.answer.StandingRelease;
import cl.observatory.query.answer.StandingRelease.Status;
import cl.observatory.query.memory.Generation;
import cl.observatory.query.memory.Memory;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/** The releases that readers can see, and those that they could see once. */
@ApplicationScoped
public class Releases {

    /** An id that may exist. */
    public static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final String EDITIONS = """
            with edition as (
                select id, release.dataset_id, key, definition, release.sequence, release.published_at,
                       reason, note, withdrawn_at
                from release left join withdrawal on release_id = id
                where state = 'VISIBLE' and (reason is null or reason = 'ERROR')
                union all
                select release_id, dataset_id, 0, null, sequence, published_at, reason, note, withdrawn_at
                from withdrawal where reason = 'DISCLOSURE')
            select edition.*, exists (
                    select from edition newer
                    where newer.dataset_id = edition.dataset_id and newer.sequence > edition.sequence
                      and newer.withdrawn_at is null) as superseded
            from edition
            """;

    private static final String OF_DATASET = EDITIONS + " where dataset_id = :dataset order by sequence desc";

    private static final String OF_ID = EDITIONS + " where id = :id";

    private static final String HOLDING = EDITIONS + """
            where dataset_id = :dataset
              and (:asOf::timestamptz is null and withdrawn_at is null
                   or published_at <= :asOf::timestamptz
                      and (withdrawn_at is null or withdrawn_at > :asOf::timestamptz))
            order by sequence desc limit 1
            """;

    private static final int REMEMBERED = 500;

    private final Jdbi jdbi;
    private final Memory<Held, Optional<Edition>> held;

    Releases(Jdbi jdbi, Generation generation) {
        this.jdbi = jdbi;
        this.held = new Memory<>(generation, REMEMBERED);
    }

    private record Held(String datasetId, Instant asOf) {}

    /**
     * A visible release.
     *
     * @param key under which its cells are stored
     */
    public record Visible(int key, StandingRelease standing) {

        public ReleasePublished published() {
            return standing.published();
        }
    }

    /**
     * A release that is or was visible.
     *
     * @param key 0 when it was removed
     * @param standing with nothing published when it was removed
     */
    record Edition(UUID id, String datasetId, int key, int sequence, Instant publishedAt, StandingRelease standing) {

        boolean isRemoved() {
            return standing.published() == null;
        }
    }

    /**
     * The newest release of a data set that held at an instant; empty when there was none.
     *
     * @param asOf null for the present
     * @throws ProblemException when it was removed since
     */
    public Optional<Visible> find(String datasetId, Instant asOf) {
        return holding(datasetId, asOf).map(Releases::readable).map(Releases::visible);
    }

    /** The same, but empty also when the release was removed since: what it told is not known any more. */
    public Optional<Visible> findKept(String datasetId, Instant asOf) {
        return holding(datasetId, asOf).filter(edition -> !edition.isRemoved()).map(Releases::visible);
    }

    /** Whether the release that held at an instant has been removed since. */
    public boolean wasRemoved(String datasetId, Instant instant) {
        return holding(datasetId, instant).filter(Edition::isRemoved).isPresent();
    }

    /** All releases of a data set, newest first. */
    List<Edition> list(String datasetId) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_DATASET)
                .bind("dataset", datasetId)
                .map((row, context) -> edition(row))
                .list());
    }

    /**
     * @throws ProblemException when there is none of that id, or it was removed
     */
    Edition get(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_ID)
                        .bind("id", id)
                        .map((row, context) -> edition(row))
                        .findOne())
                .map(Releases::readable)
                .orElseThrow(() -> new ProblemException(QueryProblem.UNKNOWN_RELEASE, id));
    }

    /**
     * A release that can be read, with its key.
     *
     * @throws ProblemException when there is none of that id, or it was removed
     */
    public Visible read(UUID id) {
        return visible(get(id));
    }

    private Optional<Edition> holding(String datasetId, Instant asOf) {
        return held.get(new Held(datasetId, asOf), this::readHolding);
    }

    private Optional<Edition> readHolding(Held at) {
        return jdbi.withHandle(handle -> handle.createQuery(HOLDING)
                .bind("dataset", at.datasetId())
                .bind("asOf", at.asOf() == null ? null : at.asOf().atOffset(ZoneOffset.UTC))
                .map((row, context) -> edition(row))
                .findOne());
    }

    private static Visible visible(Edition edition) {
        return new Visible(edition.key(), edition.standing());
    }

    private static Edition readable(Edition edition) {
        if (edition.isRemoved()) {
            throw new ProblemException(QueryProblem.RELEASE_REMOVED, edition.id());
        }
        return edition;
    }

    private static Edition edition(ResultSet row) throws SQLException {
        String definition = row.getString("definition");
        ReleasePublished published = definition == null ? null : StoredJson.read(definition, ReleasePublished.class);
        Instant withdrawnAt = instant(row, "withdrawn_at");
        return new Edition(
                row.getObject("id", UUID.class),
                row.getString("dataset_id"),
                row.getInt("key"),
                row.getInt("sequence"),
                instant(row, "published_at"),
                new StandingRelease(
                        published,
                        Status.of(
                                published == null ? null : published.status(),
                                row.getBoolean("superseded"),
                                withdrawnAt != null),
                        withdrawnAt == null
                                ? null
                                : new StandingRelease.Withdrawal(
                                        row.getString("reason"), row.getString("note"), withdrawnAt)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
