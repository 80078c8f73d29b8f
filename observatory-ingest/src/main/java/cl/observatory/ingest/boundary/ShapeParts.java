package cl.observatory.ingest.boundary;

import cl.observatory.events.EventJson;
import cl.observatory.events.boundary.BoundaryShapes;
import cl.observatory.events.boundary.BoundaryShapes.Shape;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/** Packs shapes into as many events as the broker's bound on a message asks for (4 MB); a position takes 20 bytes. */
final class ShapeParts {

    private static final int POSITIONS_OF_A_PART = 50_000;
    private static final int POSITIONS_OF_A_SHAPE = 150_000;

    private final String edition;
    private final long version;
    private final List<byte[]> parts = new ArrayList<>();

    ShapeParts(String edition, long version) {
        this.edition = edition;
        this.version = version;
    }

    /**
     * @throws ProblemException when a shape is too large for a message
     */
    void add(Zoom zoom, Map<String, Geometry> shapes) {
        List<Shape> open = new ArrayList<>();
        int positions = 0;
        for (Map.Entry<String, Geometry> shape : shapes.entrySet()) {
            int more = shape.getValue().getNumPoints();
            if (more > POSITIONS_OF_A_SHAPE) {
                throw new ProblemException(IngestProblem.BOUNDARIES_REFUSED)
                        .withFaults(List.of(
                                Fault.inBody("/features", "SHAPE_TOO_DETAILED", shape.getKey(), POSITIONS_OF_A_SHAPE)));
            }
            if (!open.isEmpty() && positions + more > POSITIONS_OF_A_PART) {
                close(zoom, open);
                open = new ArrayList<>();
                positions = 0;
            }
            open.add(ShapeWriter.write(shape.getKey(), shape.getValue()));
            positions += more;
        }
        close(zoom, open);
    }

    private void close(Zoom zoom, List<Shape> shapes) {
        parts.add(EventJson.write(new BoundaryShapes(edition, version, parts.size(), zoom.name(), shapes)));
    }

    /** The data of the events, in their order. */
    List<byte[]> all() {
        return parts;
    }
}
