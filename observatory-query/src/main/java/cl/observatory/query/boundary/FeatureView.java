package cl.observatory.query.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A territory on a map, as GeoJSON (RFC 7946) has it.
 *
 * @param <P> what is told of it
 */
public record FeatureView<P>(
        Type type,

        @Schema(description = "Code (CUT) of the territory.")
        String id,

        @Schema(description = "Absent when there is no geometry.") @JsonInclude(JsonInclude.Include.NON_NULL)
        Box bbox,

        @Schema(
                type = SchemaType.OBJECT,
                nullable = true,
                description =
                        "A MultiPolygon, its outer rings counterclockwise; null for a territory whose boundary is "
                                + "not known, which is listed all the same.")
        @JsonRawValue
        String geometry,

        P properties) {

    /** What GeoJSON calls it. */
    @Schema(name = "FeatureType")
    public enum Type {
        Feature
    }

    /** A territory as it is drawn, or without a geometry when it is not. */
    public static <P> FeatureView<P> of(String code, Drawing drawing, P properties) {
        return new FeatureView<>(
                Type.Feature,
                code,
                drawing.find(code).map(Drawing.Shape::box).orElse(null),
                drawing.find(code).map(Drawing.Shape::geometry).orElse(null),
                properties);
    }
}
