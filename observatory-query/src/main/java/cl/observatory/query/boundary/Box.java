package cl.observatory.query.boundary;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What lies between two longitudes and two latitudes. Nothing of Chile crosses the antimeridian, so west is below east. */
@Schema(
        name = "BoundingBox",
        type = SchemaType.ARRAY,
        implementation = BigDecimal.class,
        minItems = 4,
        maxItems = 4,
        description = "West, south, east, north, in degrees of WGS 84. With Easter Island it reaches to 109.5° west.")
public record Box(BigDecimal west, BigDecimal south, BigDecimal east, BigDecimal north) {

    /** The smallest that holds all; empty of none. */
    public static Optional<Box> around(Collection<Box> boxes) {
        return boxes.stream()
                .reduce((one, other) -> new Box(
                        one.west.min(other.west),
                        one.south.min(other.south),
                        one.east.max(other.east),
                        one.north.max(other.north)));
    }

    /** As GeoJSON has it. */
    @JsonValue
    List<BigDecimal> bounds() {
        return List.of(west, south, east, north);
    }
}
