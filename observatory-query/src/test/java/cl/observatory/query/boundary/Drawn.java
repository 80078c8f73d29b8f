package cl.observatory.query.boundary;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cl.observatory.events.boundary.BoundariesPublished;
import cl.observatory.events.boundary.BoundaryShapes;
import cl.observatory.events.boundary.BoundaryShapes.Shape;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** An edition of boundaries in which territories are squares, each a degree east of the one before. */
public final class Drawn {

    public static final LocalDate VALID_FROM = LocalDate.of(2018, 9, 6);

    /** What Easter Island reaches to in the west. */
    private static final BigDecimal WEST = new BigDecimal("-109.5");

    /** Of the parts, in their order. */
    private static final List<String> ZOOMS = List.of("country", "region", "commune");

    private final String edition;
    private final List<String> codes;
    private long version = 1;
    private LocalDate validFrom = VALID_FROM;
    private boolean synthetic;
    private Instant publishedAt = Instant.parse("2026-01-01T00:00:00Z");

    public Drawn(String edition, String... codes) {
        this.edition = edition;
        this.codes = List.of(codes);
    }

    /** So that each test has its own. */
    public static void forgetAll(Jdbi jdbi) {
        jdbi.useHandle(handle -> handle.execute("delete from boundary_edition"));
    }

    Drawn version(long other, Instant at) {
        version = other;
        publishedAt = at;
        return this;
    }

    Drawn validFrom(LocalDate day) {
        validFrom = day;
        return this;
    }

    Drawn synthetic() {
        synthetic = true;
        return this;
    }

    /** Waits until readers are answered by it. */
    public void publish(Publisher publisher) {
        sendShapes(publisher, 0, 1, 2);
        sendEdition(publisher);
        awaitShown();
    }

    void awaitShown() {
        await().untilAsserted(() -> Caller.reader()
                .queryParam("validAt", validFrom.toString())
                .get("/v1/territories.geojson")
                .then()
                .statusCode(200)
                .body("boundarySource.edition", equalTo(edition))
                .body("boundarySource.version", equalTo((int) version)));
    }

    /**
     * @param parts one for each zoom
     */
    void sendShapes(Publisher publisher, int... parts) {
        for (int part : parts) {
            publisher.reference(
                    BoundaryShapes.TYPE,
                    edition,
                    new BoundaryShapes(edition, version, part, ZOOMS.get(part), shapes(part)));
        }
    }

    void sendEdition(Publisher publisher) {
        publisher.reference(BoundariesPublished.TYPE, edition, published());
    }

    BoundariesPublished published() {
        return new BoundariesPublished(
                edition,
                version,
                validFrom,
                new BoundariesPublished.Source("Nobody", "Squares", "CC0-1.0", "Drawn by nobody", null, "0".repeat(64)),
                synthetic,
                3,
                List.of(),
                List.of(),
                List.of(),
                publishedAt);
    }

    /** The closer the map, the more corners its squares have. */
    private List<Shape> shapes(int corners) {
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            BigDecimal west = WEST.add(BigDecimal.valueOf(i));
            shapes.add(square(codes.get(i), west, corners));
        }
        return shapes;
    }

    private static Shape square(String code, BigDecimal west, int corners) {
        BigDecimal south = new BigDecimal("-27.5");
        BigDecimal east = west.add(BigDecimal.ONE);
        BigDecimal north = south.add(BigDecimal.ONE);
        List<List<BigDecimal>> between = Stream.iterate(
                        new BigDecimal("0.25"), part -> part.add(new BigDecimal("0.25")))
                .limit(corners)
                .map(part -> List.of(west.add(part), south))
                .toList();
        List<List<BigDecimal>> ring = new ArrayList<>();
        ring.add(List.of(west, south));
        ring.addAll(between);
        ring.addAll(List.of(List.of(east, south), List.of(east, north), List.of(west, north), List.of(west, south)));
        return new Shape(code, List.of(west, south, east, north), List.of(List.of(ring)));
    }
}
