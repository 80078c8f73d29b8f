package cl.observatory.query.source;

import cl.observatory.events.inbox.Inbox;
import cl.observatory.events.reference.SourceDefined;
import cl.observatory.events.reference.SourceObserved;
import cl.observatory.query.Outcome;
import cl.observatory.query.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Stores the newest version of each source, and of what became of the files of each data set and profile, in one
 * transaction with the note that the event was applied.
 */
@ApplicationScoped
public class SourceProjection {

    private final Jdbi jdbi;

    SourceProjection(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Outcome apply(UUID eventId, SourceDefined source) throws SQLException {
        return jdbi.inTransaction(handle -> {
            if (!Inbox.accept(handle.getConnection(), eventId)) {
                return Outcome.DUPLICATE;
            }
            handle.createUpdate("""
                            insert into source (id, version, definition) values (:id, :version, :definition::jsonb)
                            on conflict (id) do update
                            set version = excluded.version, definition = excluded.definition
                            where source.version < excluded.version
                            """)
                    .bind("id", source.id())
                    .bind("version", source.version())
                    .bind("definition", StoredJson.write(source))
                    .execute();
            return Outcome.APPLIED;
        });
    }

    public Outcome apply(UUID eventId, SourceObserved observation) throws SQLException {
        return jdbi.inTransaction(handle -> {
            if (!Inbox.accept(handle.getConnection(), eventId)) {
                return Outcome.DUPLICATE;
            }
            handle.createUpdate("""
                            insert into source_observation (dataset_id, profile, version, observation)
                            values (:dataset, :profile, :version, :observation::jsonb)
                            on conflict (dataset_id, profile) do update
                            set version = excluded.version, observation = excluded.observation
                            where source_observation.version < excluded.version
                            """)
                    .bind("dataset", observation.dataset())
                    .bind("profile", observation.profile())
                    .bind("version", observation.version())
                    .bind("observation", StoredJson.write(observation))
                    .execute();
            return Outcome.APPLIED;
        });
    }
}
