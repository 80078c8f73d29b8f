package cl.observatory.query.dataset;

import cl.observatory.events.inbox.Inbox;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.query.Outcome;
import cl.observatory.query.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Stores definitions of data sets, in one transaction with the note that the event was applied. */
@ApplicationScoped
public class DatasetProjection {

    private final Jdbi jdbi;

    DatasetProjection(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Outcome apply(UUID eventId, DatasetDefined dataset) throws SQLException {
        return jdbi.inTransaction(handle -> {
            if (!Inbox.accept(handle.getConnection(), eventId)) {
                return Outcome.DUPLICATE;
            }
            store(handle, dataset);
            return Outcome.APPLIED;
        });
    }

    /** A definition that came with a release, which can arrive before the definition's own event. */
    public static void store(Handle handle, DatasetDefined dataset) {
        handle.createUpdate("""
                        insert into dataset (id, definition) values (:id, :definition::jsonb)
                        on conflict (id) do update set definition = excluded.definition
                        """)
                .bind("id", dataset.id())
                .bind("definition", StoredJson.write(dataset))
                .execute();
    }
}
