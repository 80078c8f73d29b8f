package cl.observatory.query.classification;

import cl.observatory.events.inbox.Inbox;
import cl.observatory.events.reference.ClassificationPublished;
import cl.observatory.query.Outcome;
import cl.observatory.query.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Replaces a classification as a whole, in one transaction with the note that the event was applied. */
@ApplicationScoped
public class ClassificationProjection {

    private final Jdbi jdbi;

    ClassificationProjection(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Outcome apply(UUID eventId, ClassificationPublished classification) throws SQLException {
        return jdbi.inTransaction(handle -> {
            if (!Inbox.accept(handle.getConnection(), eventId)) {
                return Outcome.DUPLICATE;
            }
            handle.createUpdate("""
                            insert into classification (scheme, version, definition)
                            values (:scheme, :version, :definition::jsonb)
                            on conflict (scheme) do update
                            set version = excluded.version, definition = excluded.definition
                            """)
                    .bind("scheme", classification.scheme())
                    .bind("version", classification.version())
                    .bind("definition", StoredJson.write(classification))
                    .execute();
            return Outcome.APPLIED;
        });
    }
}
