package cl.observatory.ingest.boundary;

import cl.observatory.problem.Fault;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** What keeps a feature from being the shape of a commune. */
final class AreaCheck {

    /** A triangle, closed. */
    private static final int FEWEST_POSITIONS = 4;

    private static final int MOST_LONGITUDE = 180;
    private static final int MOST_LATITUDE = 90;

    private AreaCheck() {}

    /** Of the positions as they stand in the file. */
    static Optional<Fault> ofPositions(Feature feature) {
        Outline outline = feature.outline();
        String pointer = feature.pointer("geometry");
        if (outline.malformed()) {
            return Optional.of(Fault.inBody(pointer, "POSITION_MALFORMED", feature.commune()));
        }
        if (!outline.isArea()) {
            return Optional.of(Fault.inBody(pointer, "NOT_AN_AREA", feature.commune()));
        }
        List<List<Coordinate>> rings =
                outline.polygons().stream().flatMap(List::stream).toList();
        return rings.stream()
                .flatMap(List::stream)
                .filter(position -> !isOnEarth(position))
                .findFirst()
                .map(position -> Fault.inBody(
                        pointer, "POSITION_OUTSIDE", feature.commune(), text(position.getX()), text(position.getY())))
                .or(() -> rings.stream()
                        .filter(ring -> !isRing(ring))
                        .findFirst()
                        .map(ring -> Fault.inBody(pointer, "RING_NOT_CLOSED", feature.commune())));
    }

    /** Of the area that they enclose: empty when no edge crosses another. */
    static Optional<Fault> ofArea(Feature feature, Geometry area) {
        TopologyValidationError error = new IsValidOp(area).getValidationError();
        return Optional.ofNullable(error)
                .map(TopologyValidationError::getCoordinate)
                .map(where -> Fault.inBody(
                        feature.pointer("geometry"),
                        "AREA_CROSSES_ITSELF",
                        feature.commune(),
                        text(where.getX()),
                        text(where.getY())));
    }

    private static boolean isOnEarth(Coordinate position) {
        return Math.abs(position.getX()) <= MOST_LONGITUDE && Math.abs(position.getY()) <= MOST_LATITUDE;
    }

    private static boolean isRing(List<Coordinate> ring) {
        return ring.size() >= FEWEST_POSITIONS && ring.getFirst().equals2D(ring.getLast());
    }

    private static String text(double degrees) {
        return Double.toString(degrees);
    }
}
