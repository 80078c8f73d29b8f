package cl.observatory.query.indicator;

import cl.observatory.events.inbox.Inbox;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.query.Outcome;
import cl.observatory.query.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Stores the newest version of each indicator, in one transaction with the note that the event was applied. */
@ApplicationScoped
public class IndicatorProjection {

    private final Jdbi jdbi;

    IndicatorProjection(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Outcome apply(UUID eventId, IndicatorDefined indicator) throws SQLException {
        return jdbi.inTransaction(handle -> {
            if (!Inbox.accept(handle.getConnection(), eventId)) {
                return Outcome.DUPLICATE;
            }
            handle.createUpdate("""
                            insert into indicator (code, version, definition)
                            values (:code, :version, :definition::jsonb)
                            on conflict (code) do update
                            set version = excluded.version, definition = excluded.definition
                            where indicator.version < excluded.version
                            """)
                    .bind("code", indicator.code())
                    .bind("version", indicator.version())
                    .bind("definition", StoredJson.write(indicator))
                    .execute();
            return Outcome.APPLIED;
        });
    }
}
