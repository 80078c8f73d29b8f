package cl.observatory.query.boundary;

import cl.observatory.events.boundary.BoundariesPublished;
import cl.observatory.query.StoredJson;
import cl.observatory.query.boundary.Drawing.Shape;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Draws territories by the edition of boundaries that fits a day. */
@ApplicationScoped
public class Drawings {

    /**
     * The newest edition that was of before the day, or else the first of after it. What was generated gives way to
     * whatever is somebody's.
     */
    private static final String FITTING = """
            select definition from (
                select distinct on (edition) * from boundary_edition
                where (:asOf::timestamptz is null or published_at <= :asOf::timestamptz)
                order by edition, version desc) newest
            order by synthetic, valid_from > :day, abs(valid_from - :day), published_at desc
            limit 1
            """;

    private static final String SHAPES = """
            select code, west, south, east, north, geometry from boundary_shape
            where edition = :edition and version = :version and zoom = :zoom and code = any (:codes)
            """;

    private final Jdbi jdbi;

    Drawings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * @param codes of the territories
     * @param day of the division that they are told in
     * @param asOf instant whose state of knowledge is asked for, null for the present
     */
    public Drawing of(Collection<String> codes, Zoom zoom, LocalDate day, Instant asOf) {
        return jdbi.inTransaction(handle -> {
            Optional<BoundariesPublished> edition = fitting(handle, day, asOf);
            return new Drawing(
                    edition,
                    day,
                    edition.map(found -> shapes(handle, found, zoom, codes)).orElse(Map.of()));
        });
    }

    private static Optional<BoundariesPublished> fitting(Handle handle, LocalDate day, Instant asOf) {
        return handle.createQuery(FITTING)
                .bind("day", day)
                .bind("asOf", asOf == null ? null : asOf.atOffset(ZoneOffset.UTC))
                .map((row, context) -> StoredJson.read(row.getString(1), BoundariesPublished.class))
                .findFirst();
    }

    private static Map<String, Shape> shapes(
            Handle handle, BoundariesPublished edition, Zoom zoom, Collection<String> codes) {
        Map<String, Shape> shapes = new HashMap<>();
        handle.createQuery(SHAPES)
                .bind("edition", edition.edition())
                .bind("version", edition.version())
                .bind("zoom", zoom.name())
                .bindArray("codes", String.class, codes.toArray())
                .map((row, context) -> shapes.put(
                        row.getString("code"),
                        new Shape(
                                row.getString("geometry"),
                                new Box(
                                        row.getBigDecimal("west"),
                                        row.getBigDecimal("south"),
                                        row.getBigDecimal("east"),
                                        row.getBigDecimal("north")))))
                .list();
        return shapes;
    }
}
