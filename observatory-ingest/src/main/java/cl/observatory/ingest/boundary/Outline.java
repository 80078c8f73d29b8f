package cl.observatory.ingest.boundary;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * The geometry of a feature as it stands in the file, before anything is asked of it.
 *
 * @param type as the file names it, null when it does not
 * @param depth how many arrays a position lies in: 3 for a polygon, 4 for several; 0 without any position
 * @param polygons their rings and the positions of those; one polygon when the depth is 3
 * @param malformed whether something stands where a position should
 */
record Outline(String type, int depth, List<List<List<Coordinate>>> polygons, boolean malformed) {

    private static final int ONE = 3;
    private static final int SEVERAL = 4;

    /** Whether it encloses an area: points and lines do not. */
    boolean isArea() {
        return ("Polygon".equals(type) && depth == ONE) || ("MultiPolygon".equals(type) && depth == SEVERAL);
    }
}
