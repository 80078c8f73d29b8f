package cl.observatory.ingest.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;

/**
 * The communes of a file, in full detail and on the grid.
 *
 * @param shapes by the code of the commune
 * @param repaired those that crossed themselves and were mended
 */
record DrawnCommunes(SortedMap<String, Geometry> shapes, SortedSet<String> repaired) {

    /** Those whose edges do not meet those of their neighbours everywhere: gaps or overlaps remain between them. */
    List<String> unmatched() {
        List<String> codes = List.copyOf(shapes.keySet());
        Geometry[] faults = CoverageValidator.validate(areas());
        List<String> unmatched = new ArrayList<>();
        for (int i = 0; i < faults.length; i++) {
            if (faults[i] != null) {
                unmatched.add(codes.get(i));
            }
        }
        return unmatched;
    }

    /** As they are seen at a zoom. An edge that two of them share is simplified once, so that no gap opens between them. */
    SortedMap<String, Geometry> at(Zoom zoom) {
        Geometry[] simplified = CoverageSimplifier.simplify(areas(), zoom.tolerance());
        SortedMap<String, Geometry> seen = new TreeMap<>();
        int next = 0;
        for (Map.Entry<String, Geometry> commune : shapes.entrySet()) {
            Geometry area = largeParts(simplified[next++], zoom.smallestArea());
            Geometry valid = area.isValid() ? area : Grid.mended(area);
            // what is too small to be seen is still there
            seen.put(commune.getKey(), valid.isEmpty() ? commune.getValue() : valid);
        }
        return seen;
    }

    private Geometry[] areas() {
        return shapes.values().toArray(Geometry[]::new);
    }

    /** Without the islands that are smaller, unless there is nothing else. */
    private static Geometry largeParts(Geometry area, double smallest) {
        List<Geometry> parts = new ArrayList<>();
        Geometry largest = Grid.nothing();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            Geometry part = area.getGeometryN(i);
            if (part.getArea() >= smallest) {
                parts.add(part);
            }
            largest = part.getArea() > largest.getArea() ? part : largest;
        }
        return parts.isEmpty() ? largest : area.getFactory().buildGeometry(parts);
    }
}
