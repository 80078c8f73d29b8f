package cl.observatory.query.boundary;

import cl.observatory.events.UnreadableEventException;
import cl.observatory.events.boundary.BoundariesPublished;
import cl.observatory.events.boundary.BoundaryShapes;
import cl.observatory.events.boundary.BoundaryShapes.Shape;
import cl.observatory.events.inbox.Inbox;
import cl.observatory.query.Outcome;
import cl.observatory.query.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Keeps shapes beside what is shown, and shows an edition by one row once all its parts are there. Each event is applied in
 * one transaction with the note that it was.
 */
@ApplicationScoped
public class BoundaryProjection {

    private static final String SHAPE = """
            insert into boundary_shape (edition, version, zoom, code, part, west, south, east, north, geometry)
            values (:edition, :version, :zoom, :code, :part, :west, :south, :east, :north, :geometry)
            on conflict do nothing
            """;

    private static final String EDITION = """
            insert into boundary_edition (edition, version, valid_from, synthetic, published_at, definition)
            values (:edition, :version, :validFrom, :synthetic, :publishedAt, :definition::jsonb)
            on conflict do nothing
            """;

    private static final String PARTS = """
            select count(distinct part) from boundary_shape where edition = :edition and version = :version
            """;

    private final Jdbi jdbi;

    BoundaryProjection(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A geometry as GeoJSON has it. */
    private record MultiPolygon(String type, List<List<List<List<BigDecimal>>>> coordinates) {

        static String of(Shape shape) {
            return StoredJson.write(new MultiPolygon("MultiPolygon", shape.coordinates()));
        }
    }

    public Outcome apply(UUID eventId, BoundaryShapes part) throws SQLException {
        return jdbi.inTransaction(handle -> {
            // nobody sees shapes of an edition that is not published: answers from before hold
            handle.execute("set local observatory.unseen = 'on'");
            if (!Inbox.accept(handle.getConnection(), eventId)) {
                return Outcome.DUPLICATE;
            }
            keep(handle, part);
            return Outcome.APPLIED;
        });
    }

    /**
     * @throws UnreadableEventException when parts are missing: they come before it, so they will not come
     */
    public Outcome apply(UUID eventId, BoundariesPublished edition) throws SQLException {
        return jdbi.inTransaction(handle -> {
            if (!Inbox.accept(handle.getConnection(), eventId)) {
                return Outcome.DUPLICATE;
            }
            int parts = handle.createQuery(PARTS)
                    .bind("edition", edition.edition())
                    .bind("version", edition.version())
                    .mapTo(Integer.class)
                    .one();
            if (parts != edition.parts()) {
                throw new UnreadableEventException("an edition of boundaries lacks parts of its shapes", null);
            }
            handle.createUpdate(EDITION)
                    .bind("edition", edition.edition())
                    .bind("version", edition.version())
                    .bind("validFrom", edition.validFrom())
                    .bind("synthetic", edition.synthetic())
                    .bind("publishedAt", edition.publishedAt().atOffset(ZoneOffset.UTC))
                    .bind("definition", StoredJson.write(edition))
                    .execute();
            return Outcome.APPLIED;
        });
    }

    private static void keep(Handle handle, BoundaryShapes part) {
        PreparedBatch shapes = handle.prepareBatch(SHAPE);
        for (Shape shape : part.shapes()) {
            List<BigDecimal> box = shape.bbox();
            shapes.bind("edition", part.edition())
                    .bind("version", part.version())
                    .bind("zoom", part.zoom())
                    .bind("code", shape.code())
                    .bind("part", part.part())
                    .bind("west", box.get(0))
                    .bind("south", box.get(1))
                    .bind("east", box.get(2))
                    .bind("north", box.get(3))
                    .bind("geometry", MultiPolygon.of(shape))
                    .add();
        }
        shapes.execute();
    }
}
