package cl.observatory.query.release;

import cl.observatory.events.release.ReleasePublished;
import cl.observatory.query.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The releases that readers can see. */
@ApplicationScoped
public class Releases {

    private final Jdbi jdbi;

    Releases(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A visible release.
     *
     * @param key under which its cells are stored
     */
    public record Visible(int key, ReleasePublished published) {}

    /**
     * The newest release of a data set that had been published at an instant; empty when there was none.
     *
     * @param asOf null for the present
     */
    public Optional<Visible> find(String datasetId, Instant asOf) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select key, definition from release
                        where dataset_id = :dataset and state = 'VISIBLE'
                          and (:asOf::timestamptz is null or published_at <= :asOf::timestamptz)
                        order by key desc limit 1
                        """)
                .bind("dataset", datasetId)
                .bind("asOf", asOf == null ? null : asOf.atOffset(ZoneOffset.UTC))
                .map((row, context) -> new Visible(
                        row.getInt("key"), StoredJson.read(row.getString("definition"), ReleasePublished.class)))
                .findOne());
    }

    /** All releases of a data set, newest first. */
    public List<ReleasePublished> list(String datasetId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select definition from release where dataset_id = :dataset and state = 'VISIBLE'
                        order by key desc
                        """)
                .bind("dataset", datasetId)
                .map((row, context) -> StoredJson.read(row.getString("definition"), ReleasePublished.class))
                .list());
    }
}
