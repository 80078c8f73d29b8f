package cl.observatory.ingest.boundary;

import cl.observatory.events.reference.TerritoriesPublished.Territory;
import cl.observatory.ingest.territory.Territories;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/** Makes provinces, regions and the country of the communes that they hold, so that borders lie upon each other. */
@ApplicationScoped
class Levels {

    private final Territories territories;

    Levels(Territories territories) {
        this.territories = territories;
    }

    /**
     * @param communes as they are seen at the zoom
     * @param unmatched those whose edges do not meet those of their neighbours everywhere
     * @return them, and everything that holds one of them, by code
     */
    SortedMap<String, Geometry> of(SortedMap<String, Geometry> communes, Collection<String> unmatched, Zoom zoom) {
        SortedMap<String, Geometry> all = new TreeMap<>(communes);
        Set<String> apart = new HashSet<>(unmatched);
        Map<String, Geometry> below = communes;
        while (!below.isEmpty()) {
            below = above(below, apart, zoom);
            all.putAll(below);
        }
        return all;
    }

    /**
     * @param apart gets whatever holds one that is in it
     */
    private Map<String, Geometry> above(Map<String, Geometry> below, Set<String> apart, Zoom zoom) {
        Map<String, List<Geometry>> parts = new TreeMap<>();
        below.forEach((code, shape) -> territories
                .find(code)
                .map(Territory::parent)
                .ifPresent(parent -> {
                    parts.computeIfAbsent(parent, any -> new ArrayList<>()).add(shape);
                    if (apart.contains(code)) {
                        apart.add(parent);
                    }
                }));
        Map<String, Geometry> above = new TreeMap<>();
        parts.forEach((code, shapes) ->
                above.put(code, withoutSlivers(union(shapes, apart.contains(code)), zoom.smallestArea())));
        return above;
    }

    /** Where all edges meet, it is enough to leave out those that are there twice, which takes a tenth of the time. */
    private static Geometry union(List<Geometry> shapes, boolean apart) {
        return apart
                ? UnaryUnionNG.union(shapes, Grid.PRECISION)
                : CoverageUnion.union(shapes.toArray(Geometry[]::new));
    }

    /** Holes that are too small to be seen are where communes of the file do not meet. */
    private static Geometry withoutSlivers(Geometry area, double smallest) {
        List<Geometry> polygons = new ArrayList<>();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) area.getGeometryN(i);
            List<LinearRing> holes = new ArrayList<>();
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                LinearRing ring = polygon.getInteriorRingN(hole);
                if (polygon.getFactory().createPolygon(ring).getArea() >= smallest) {
                    holes.add(ring);
                }
            }
            polygons.add(
                    polygon.getFactory().createPolygon(polygon.getExteriorRing(), holes.toArray(LinearRing[]::new)));
        }
        return area.getFactory().buildGeometry(polygons);
    }
}
