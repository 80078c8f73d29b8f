package cl.observatory.ingest.boundary;

import cl.observatory.events.boundary.BoundaryShapes.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes shapes as GeoJSON has them (RFC 7946): several polygons even of one, outer rings counterclockwise, inner ones
 * clockwise, positions on the {@link Grid}.
 */
final class ShapeWriter {

    private ShapeWriter() {}

    static Shape write(String code, Geometry area) {
        List<List<List<List<BigDecimal>>>> polygons = new ArrayList<>();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            polygons.add(polygon((Polygon) area.getGeometryN(i)));
        }
        Envelope box = area.getEnvelopeInternal();
        return new Shape(
                code,
                List.of(degrees(box.getMinX()), degrees(box.getMinY()), degrees(box.getMaxX()), degrees(box.getMaxY())),
                polygons);
    }

    private static List<List<List<BigDecimal>>> polygon(Polygon polygon) {
        List<List<List<BigDecimal>>> rings = new ArrayList<>();
        rings.add(ring(polygon.getExteriorRing(), true));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(ring(polygon.getInteriorRingN(i), false));
        }
        return rings;
    }

    private static List<List<BigDecimal>> ring(LinearRing ring, boolean counterclockwise) {
        List<List<BigDecimal>> positions = new ArrayList<>();
        for (Coordinate position : ring.getCoordinates()) {
            List<BigDecimal> written = List.of(degrees(position.getX()), degrees(position.getY()));
            // two that were less than a metre apart are one by now
            if (positions.isEmpty() || !positions.getLast().equals(written)) {
                positions.add(written);
            }
        }
        return Orientation.isCCW(ring.getCoordinates()) == counterclockwise ? positions : positions.reversed();
    }

    private static BigDecimal degrees(double degrees) {
        BigDecimal written = BigDecimal.valueOf(Math.round(degrees * Grid.PRECISION.getScale()), Grid.DECIMALS)
                .stripTrailingZeros();
        return written.scale() < 0 ? written.setScale(0) : written;
    }
}
