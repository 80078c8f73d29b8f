package cl.observatory.events;

import cl.observatory.events.boundary.BoundariesPublished;
import cl.observatory.events.boundary.BoundaryShapes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Shapes of boundaries, and their publication with every field and with none that may be left out. */
final class BoundarySamples {

    private static final String SHA256 = "0123456789abcdef".repeat(4);

    private BoundarySamples() {}

    static BoundaryShapes shapes() {
        BigDecimal zero = BigDecimal.ZERO;
        BigDecimal one = new BigDecimal("1.00001");
        List<List<BigDecimal>> triangle =
                List.of(List.of(zero, zero), List.of(one, zero), List.of(zero, one), List.of(zero, zero));
        return new BoundaryShapes(
                "squares",
                1,
                0,
                "region",
                List.of(new BoundaryShapes.Shape(
                        "13101", List.of(zero, zero, one, one), List.of(List.of(triangle, triangle)))));
    }

    static BoundariesPublished boundaries(String attribution, String url) {
        return new BoundariesPublished(
                "squares",
                1,
                LocalDate.of(2018, 9, 6),
                new BoundariesPublished.Source("Institute", "Communes", "CC-BY-4.0", attribution, url, SHA256),
                false,
                3,
                List.of("12202"),
                List.of("01401"),
                List.of("01401", "12103"),
                Instant.parse("2026-11-24T12:00:00.123Z"));
    }
}
