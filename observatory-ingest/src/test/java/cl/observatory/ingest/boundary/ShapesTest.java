package cl.observatory.ingest.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.boundary.BoundaryShapes.Shape;
import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Definitions;
import cl.observatory.ingest.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;

/** What becomes of shapes on their way to a map. */
@QuarkusTest
@WithTestResource(Servers.class)
class ShapesTest {

    private static final String REAL_DATA = "OBSERVATORY_REAL_DATA";

    private final String edition = Definitions.newId();

    @ParameterizedTest
    @EnumSource
    void neighboursKeepTheirCommonBorderAtEveryZoom(Zoom zoom) {
        // When
        publish(GivenFeatures.neighbours("13101", "13127", 2_000).bytes()).body("unmatched", Matchers.empty());

        // Then
        Map<String, Shape> shapes = Sent.shapes(edition, zoom.name());
        Geometry west = Sent.area(shapes.get("13101"));
        Geometry east = Sent.area(shapes.get("13127"));
        assertTrue(CoverageValidator.isValid(new Geometry[] {west, east}));
        assertEquals(1, west.getArea() + east.getArea(), 1e-9);
        // what holds both has none of the border between them
        Geometry province = Sent.area(shapes.get("131"));
        assertEquals(1, province.getArea(), 1e-9);
        assertEquals(province.norm(), Sent.area(shapes.get("CL")).norm());
        assertTrue(province.getNumPoints() < 10, province::toString);
    }

    @Test
    void closerMapsShowMore() {
        // When
        publish(GivenFeatures.neighbours("13101", "13127", 2_000).bytes());

        // Then
        int country = Sent.positions(Sent.shapes(edition, "country"));
        int region = Sent.positions(Sent.shapes(edition, "region"));
        int commune = Sent.positions(Sent.shapes(edition, "commune"));
        assertTrue(country < region && region < commune && commune < 4_000, country + " " + region + " " + commune);
    }

    /** Clockwise in the file, with a hole that is counterclockwise there: both the wrong way round. */
    @Test
    void ringsFollowTheRightHandRuleWhicheverWayTheyCame() {
        // When
        publish(new GivenFeatures().add("13101", "Polygon", """
                        [[[-71,-34],[-71,-33],[-70,-33],[-70,-34],[-71,-34]],
                         [[-70.7,-33.7],[-70.3,-33.7],[-70.3,-33.3],[-70.7,-33.3],[-70.7,-33.7]]]""").bytes());

        // Then
        for (Zoom zoom : Zoom.values()) {
            for (Shape shape : Sent.shapes(edition, zoom.name()).values()) {
                List<LinearRing> rings = Sent.rings(shape);
                assertEquals(2, rings.size());
                assertTrue(Orientation.isCCW(rings.getFirst().getCoordinates()), shape::code);
                assertTrue(!Orientation.isCCW(rings.getLast().getCoordinates()), shape::code);
            }
        }
    }

    @Test
    void positionsAreRoundedToAMetreAndBoxesAreWestSouthEastNorth() {
        // When
        publish(new GivenFeatures().add("5201", "Polygon", """
                        [[[-109.4543219,-27.2, 12.5],[-109.22,-27.2],[-109.22,-27.0400049],[-109.4543219,-27.2, 12.5]]]""").bytes());

        // Then
        Shape island = Sent.shapes(edition, "commune").get("05201");
        assertEquals(
                List.of(
                        new BigDecimal("-109.45432"),
                        new BigDecimal("-27.2"),
                        new BigDecimal("-109.22"),
                        new BigDecimal("-27.04")),
                island.bbox());
        assertEquals(
                List.of(new BigDecimal("-109.45432"), new BigDecimal("-27.2")),
                island.coordinates().getFirst().getFirst().getFirst());
    }

    @Test
    void islandsThatCannotBeSeenAreLeftOutUnlessThereIsNothingElse() {
        // Given
        String both = "[%s,%s]".formatted(GivenFeatures.square(-75, -45, 0.5), GivenFeatures.square(-76, -45, 0.003));

        // When
        publish(new GivenFeatures()
                .add("11101", "MultiPolygon", both)
                .add("12202", "Polygon", GivenFeatures.square(-60, -62, 0.0001))
                .bytes());

        // Then
        assertEquals(
                1, Sent.shapes(edition, "country").get("11101").coordinates().size());
        assertEquals(
                2, Sent.shapes(edition, "commune").get("11101").coordinates().size());
        assertTrue(Sent.area(Sent.shapes(edition, "country").get("12202")).isValid());
    }

    @Test
    void communesThatDoNotMeetAreNamed() {
        publish(new GivenFeatures()
                        .square("13101", -71, -34)
                        .add("13127", "Polygon", GivenFeatures.square(-70.001, -34, 1))
                        .square("1101", -70, -20)
                        .bytes())
                .body("unmatched", Matchers.contains("13101", "13127"));
    }

    @Test
    @Tag("real-data")
    @EnabledIfEnvironmentVariable(
            named = REAL_DATA,
            matches = ".+",
            disabledReason = "the institutions' files are not part of the project")
    void fileOfTheLibraryOfCongressIsDrawn() throws IOException {
        // Given
        byte[] file =
                Files.readAllBytes(Path.of(System.getenv(REAL_DATA), "boundaries", "communes-simplified.geojson"));

        // When
        ValidatableResponse answer = Caller.steward()
                .contentType("application/geo+json")
                .queryParams(said("cod_comuna"))
                .queryParam("repair", "true")
                .body(file)
                .put("/v1/boundaries/" + edition)
                .then();

        // Then
        answer.statusCode(200)
                .body("missing", Matchers.contains("12202"))
                .body("repaired", Matchers.contains("01401", "02104", "12103", "13108", "13110"));
        for (Zoom zoom : Zoom.values()) {
            Map<String, Shape> shapes = Sent.shapes(edition, zoom.name());
            assertEquals(345 + 56 + 16 + 1, shapes.size());
            shapes.forEach((code, shape) -> assertTrue(Sent.area(shape).isValid(), zoom + " " + code));
        }
    }

    private ValidatableResponse publish(byte[] file) {
        return Caller.steward()
                .contentType("application/geo+json")
                .queryParams(said("cut"))
                .body(file)
                .put("/v1/boundaries/" + edition)
                .then()
                .statusCode(200);
    }

    private static Map<String, String> said(String codeProperty) {
        return Map.of(
                "codeProperty", codeProperty,
                "validFrom", "2018-09-06",
                "publisher", "Nobody",
                "title", "Squares",
                "licence", "CC0-1.0");
    }
}
