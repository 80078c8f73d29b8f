package cl.observatory.ingest.boundary;

import cl.observatory.events.Event;
import cl.observatory.events.boundary.BoundariesPublished;
import cl.observatory.events.boundary.BoundaryShapes;
import cl.observatory.events.boundary.BoundaryShapes.Shape;
import cl.observatory.ingest.Store;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** What readers are told of an edition, from the outbox. */
final class Sent {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private Sent() {}

    static List<Event> events(String edition) {
        return Store.outbox(edition);
    }

    static List<BoundariesPublished> published(String edition) {
        return events(edition).stream()
                .filter(event -> event.type().equals(BoundariesPublished.TYPE))
                .map((Event event) -> event.data(BoundariesPublished.class))
                .toList();
    }

    /** By code. */
    static Map<String, Shape> shapes(String edition, String zoom) {
        Map<String, Shape> shapes = new TreeMap<>();
        events(edition).stream()
                .filter(event -> event.type().equals(BoundaryShapes.TYPE))
                .map((Event event) -> event.data(BoundaryShapes.class))
                .filter(part -> part.zoom().equals(zoom))
                .forEach(part -> part.shapes().forEach(shape -> shapes.put(shape.code(), shape)));
        return shapes;
    }

    static Geometry area(Shape shape) {
        return SHAPES.createMultiPolygon(shape.coordinates().stream()
                .map(polygon -> SHAPES.createPolygon(
                        ring(polygon.getFirst()),
                        polygon.stream().skip(1).map(Sent::ring).toArray(LinearRing[]::new)))
                .toArray(Polygon[]::new));
    }

    static List<LinearRing> rings(Shape shape) {
        List<LinearRing> rings = new ArrayList<>();
        shape.coordinates().forEach(polygon -> polygon.forEach(ring -> rings.add(ring(ring))));
        return rings;
    }

    static int positions(Map<String, Shape> shapes) {
        return shapes.values().stream()
                .mapToInt(shape -> area(shape).getNumPoints())
                .sum();
    }

    private static LinearRing ring(List<List<BigDecimal>> positions) {
        return SHAPES.createLinearRing(positions.stream()
                .map(position -> new Coordinate(
                        position.getFirst().doubleValue(), position.getLast().doubleValue()))
                .toArray(Coordinate[]::new));
    }
}
