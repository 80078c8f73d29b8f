package cl.observatory.reports.territory;

import cl.observatory.events.inbox.Inbox;
import cl.observatory.events.reference.TerritoriesPublished;
import cl.observatory.events.reference.TerritoriesPublished.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Replaces the table of territories as a whole, in one transaction with the note that the event was applied. */
@ApplicationScoped
class TerritoryProjection {

    private static final String TERRITORY = """
            insert into territory (code, level, parent, label_es, label_en, valid_to)
            values (:code, :level, :parent, :es, :en, :validTo)
            on conflict (code) do update set (level, parent, label_es, label_en, valid_to) =
                row (excluded.level, excluded.parent, excluded.label_es, excluded.label_en, excluded.valid_to)
            """;

    private final Jdbi jdbi;

    TerritoryProjection(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whether the event is new; one that was applied before has no effect. */
    boolean apply(UUID eventId, TerritoriesPublished table) throws SQLException {
        return jdbi.inTransaction(handle -> {
            boolean isNew = Inbox.accept(handle.getConnection(), eventId);
            if (isNew) {
                replace(handle, table);
            }
            return isNew;
        });
    }

    private static void replace(Handle handle, TerritoriesPublished table) {
        PreparedBatch territories = handle.prepareBatch(TERRITORY);
        for (Territory territory : table.territories()) {
            territories
                    .bind("code", territory.code())
                    .bind("level", territory.level())
                    .bind("parent", territory.parent())
                    .bind("es", territory.labels().es())
                    .bind("en", territory.labels().en())
                    .bind("validTo", territory.validTo())
                    .add();
        }
        territories.execute();
        handle.createUpdate("delete from territory where code <> all (:codes)")
                .bindArray(
                        "codes",
                        String.class,
                        table.territories().stream().map(Territory::code).toList())
                .execute();
    }
}
