package cl.observatory.events.boundary;

import java.math.BigDecimal;
import java.util.List;

/**
 * A part of the shapes of an edition of boundaries. Nothing of it is shown before {@link BoundariesPublished} says that
 * the edition is whole.
 *
 * @param version of the edition
 * @param part place among the parts of its version, from 0 without gaps
 * @param zoom {@code country}, {@code region} or {@code commune}: how much of the country the map shows that the shapes
 *     are for
 */
public record BoundaryShapes(String edition, long version, int part, String zoom, List<Shape> shapes) {

    public static final String TYPE = "cl.observatory.boundaries.shapes.v1";

    /**
     * Where a territory lies, as GeoJSON (RFC 7946) has it: degrees of WGS 84, longitude before latitude.
     *
     * @param code of the territory
     * @param bbox west, south, east, north
     * @param coordinates of a {@code MultiPolygon}: polygons of rings of positions; the outer ring counterclockwise, the
     *     inner ones clockwise
     */
    public record Shape(String code, List<BigDecimal> bbox, List<List<List<List<BigDecimal>>>> coordinates) {}
}
