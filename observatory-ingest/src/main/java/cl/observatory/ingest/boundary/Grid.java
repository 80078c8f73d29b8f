package cl.observatory.ingest.boundary;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/** The positions that shapes have: five decimals of a degree, about a metre. Neighbours round to the same ones. */
final class Grid {

    static final int DECIMALS = 5;

    static final PrecisionModel PRECISION = new PrecisionModel(100_000);

    private static final GeometryFactory SHAPES = new GeometryFactory(PRECISION);

    private Grid() {}

    /** The area that rings of positions enclose, as they are. */
    static Geometry area(Outline outline) {
        Polygon[] polygons = outline.polygons().stream().map(Grid::polygon).toArray(Polygon[]::new);
        return polygons.length == 1 ? polygons[0] : SHAPES.createMultiPolygon(polygons);
    }

    private static Polygon polygon(List<List<Coordinate>> rings) {
        return SHAPES.createPolygon(
                ring(rings.getFirst()), rings.stream().skip(1).map(Grid::ring).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(List<Coordinate> positions) {
        return SHAPES.createLinearRing(positions.toArray(Coordinate[]::new));
    }

    /** Each position for itself, so that edges that neighbours share stay the same; mended only where that breaks one. */
    static Geometry rounded(Geometry area) {
        Geometry rounded = GeometryPrecisionReducer.reducePointwise(area, PRECISION);
        return rounded.isValid() ? rounded : mended(area);
    }

    /** An area that crosses itself, as areas that do not. */
    static Geometry mended(Geometry area) {
        return GeometryPrecisionReducer.reduce(GeometryFixer.fix(area), PRECISION);
    }

    static Geometry nothing() {
        return SHAPES.createPolygon();
    }
}
