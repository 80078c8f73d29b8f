package cl.observatory.query.territory;

import cl.observatory.events.inbox.Inbox;
import cl.observatory.events.reference.TerritoriesPublished;
import cl.observatory.events.reference.TerritoriesPublished.Succession;
import cl.observatory.events.reference.TerritoriesPublished.Territory;
import cl.observatory.query.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Replaces the table of territories as a whole, in one transaction with the note that the event was applied. */
@ApplicationScoped
public class TerritoryProjection {

    private static final String TERRITORY = """
            insert into territory (code, level, parent, label_es, label_en, position, iso, valid_from, valid_to, verified_at)
            values (:code, :level, :parent, :es, :en, :position, :iso, :validFrom, :validTo, :verifiedAt)
            on conflict (code) do update set (level, parent, label_es, label_en, position, iso, valid_from, valid_to,
                verified_at) = row (excluded.level, excluded.parent, excluded.label_es, excluded.label_en,
                excluded.position, excluded.iso, excluded.valid_from, excluded.valid_to, excluded.verified_at)
            """;

    private static final String SUCCESSION = """
            insert into succession (from_code, to_code, effective_on, weight, basis, verified_at)
            values (:from, :to, :effectiveOn, :weight, :basis, :verifiedAt)
            """;

    private static final String ANCESTRY = """
            insert into ancestry (code, ancestor)
            with recursive line (code, ancestor, parent) as (
                select code, code, parent from territory
                union all
                select line.code, above.code, above.parent from line join territory above on above.code = line.parent)
            select code, ancestor from line
            """;

    private final Jdbi jdbi;
    private final MembershipTable memberships;

    TerritoryProjection(Jdbi jdbi, MembershipTable memberships) {
        this.jdbi = jdbi;
        this.memberships = memberships;
    }

    public Outcome apply(UUID eventId, TerritoriesPublished table) throws SQLException {
        return jdbi.inTransaction(handle -> {
            if (!Inbox.accept(handle.getConnection(), eventId)) {
                return Outcome.DUPLICATE;
            }
            replace(handle, table);
            memberships.remake(handle);
            return Outcome.APPLIED;
        });
    }

    private static void replace(Handle handle, TerritoriesPublished table) {
        handle.execute("delete from succession");
        handle.execute("delete from ancestry");
        PreparedBatch territories = handle.prepareBatch(TERRITORY);
        for (Territory territory : table.territories()) {
            territories
                    .bind("code", territory.code())
                    .bind("level", territory.level())
                    .bind("parent", territory.parent())
                    .bind("es", territory.labels().es())
                    .bind("en", territory.labels().en())
                    .bind("position", territory.order())
                    .bind("iso", territory.iso())
                    .bind("validFrom", territory.validFrom())
                    .bind("validTo", territory.validTo())
                    .bind("verifiedAt", territory.verifiedAt())
                    .add();
        }
        territories.execute();
        handle.createUpdate("delete from territory where code <> all (:codes)")
                .bindArray(
                        "codes",
                        String.class,
                        table.territories().stream().map(Territory::code).toList())
                .execute();
        PreparedBatch successions = handle.prepareBatch(SUCCESSION);
        for (Succession succession : table.successions()) {
            successions
                    .bind("from", succession.from())
                    .bind("to", succession.to())
                    .bind("effectiveOn", succession.effectiveOn())
                    .bind("weight", succession.weight())
                    .bind("basis", succession.basis())
                    .bind("verifiedAt", succession.verifiedAt())
                    .add();
        }
        if (!table.successions().isEmpty()) {
            successions.execute();
        }
        handle.execute(ANCESTRY);
        handle.execute("insert into territories_version (version) values (?) on conflict do nothing", table.version());
    }
}
