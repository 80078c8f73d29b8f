package cl.observatory.query.citation;

import cl.observatory.query.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Citations as they are kept. */
@ApplicationScoped
class CitationRepository {

    private static final String INSERT = """
            insert into citation (id, question, method, sha256, content, made_at)
            values (:id, :question, :method, :sha256, :content::jsonb, :madeAt)
            on conflict do nothing
            """;

    /** A release that is being removed meanwhile is waited for, and then missing. */
    private static final String LOCK =
            "select id from release where id in (<releases>) and state = 'VISIBLE' order by id for share";

    private final Jdbi jdbi;

    CitationRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A citation as it is found.
     *
     * @param citation null when it was erased
     */
    record Found(Citation citation) {}

    /**
     * Whether it is kept from now on; nothing is done when there is one of its question, method and data, or when a release
     * that it was made of is not there any more.
     */
    boolean keep(Citation citation) {
        List<UUID> releases = citation.content().sources().stream()
                .map(CitedSource::release)
                .distinct()
                .toList();
        return jdbi.inTransaction(handle -> {
            int there = handle.createQuery(LOCK)
                    .bindList("releases", releases)
                    .mapTo(UUID.class)
                    .list()
                    .size();
            if (there < releases.size() || insert(handle, citation) == 0) {
                return false;
            }
            releases.forEach(release -> handle.execute(
                    "insert into citation_release (citation_id, release_id) values (?, ?)", citation.id(), release));
            return true;
        });
    }

    private static int insert(Handle handle, Citation citation) {
        return handle.createUpdate(INSERT)
                .bind("id", citation.id())
                .bind("question", citation.question())
                .bind("method", citation.method())
                .bind("sha256", citation.sha256())
                .bind("content", StoredJson.write(citation.content()))
                .bind("madeAt", citation.madeAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    Optional<Found> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from citation where id = :id")
                .bind("id", id)
                .map((row, context) -> new Found(row.getString("content") == null ? null : citation(row)))
                .findOne());
    }

    /** The one that was made of the same question, method and data. */
    Optional<Citation> findSame(Citation other) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from citation where question = :question and method = :method and sha256 = :sha256
                        """)
                .bind("question", other.question())
                .bind("method", other.method())
                .bind("sha256", other.sha256())
                .map((row, context) -> citation(row))
                .findOne());
    }

    int countSince(Instant instant) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from citation where made_at > :since")
                .bind("since", instant.atOffset(ZoneOffset.UTC))
                .mapTo(Integer.class)
                .one());
    }

    private static Citation citation(ResultSet row) throws SQLException {
        return new Citation(
                row.getObject("id", UUID.class),
                row.getString("question"),
                row.getString("method"),
                row.getString("sha256"),
                StoredJson.read(row.getString("content"), Citation.Content.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
