package cl.observatory.query.breaks;

import cl.observatory.events.inbox.Inbox;
import cl.observatory.events.reference.BreaksDefined;
import cl.observatory.query.Outcome;
import cl.observatory.query.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Stores every version of the lists of breaks, in one transaction with the note that the event was applied. */
@ApplicationScoped
public class BreaksProjection {

    private final Jdbi jdbi;

    BreaksProjection(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Outcome apply(UUID eventId, BreaksDefined list) throws SQLException {
        return jdbi.inTransaction(handle -> {
            if (!Inbox.accept(handle.getConnection(), eventId)) {
                return Outcome.DUPLICATE;
            }
            handle.createUpdate("""
                            insert into break_list (dataset_id, version, defined_at, definition)
                            values (:dataset, :version, :definedAt, :definition::jsonb)
                            on conflict do nothing
                            """)
                    .bind("dataset", list.datasetId())
                    .bind("version", list.version())
                    .bind("definedAt", list.definedAt().atOffset(ZoneOffset.UTC))
                    .bind("definition", StoredJson.write(list))
                    .execute();
            return Outcome.APPLIED;
        });
    }
}
