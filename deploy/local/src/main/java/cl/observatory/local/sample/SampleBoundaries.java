package cl.observatory.local.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A GeoJSON file in which each commune is a rectangle between the Andes and the sea, in geographic order from north to
 * south: enough to see a map, and nothing that lies anywhere. Neighbours share their edges.
 */
public final class SampleBoundaries implements Iterable<byte[]> {

    /** What is said of it, as the query of its address. */
    public static final String DESCRIPTION = "?codeProperty=cut&validFrom=2018-09-06&synthetic=true"
            + "&publisher=Sample%20generator%20of%20the%20observatory&title=Squares%20in%20place%20of%20communes"
            + "&licence=CC0-1.0&attribution=Generated%3B%20not%20where%20anything%20lies";

    private static final int COLUMNS = 6;
    private static final BigDecimal WEST = new BigDecimal("-75");
    private static final BigDecimal NORTH = new BigDecimal("-17.6");
    private static final BigDecimal WIDTH = BigDecimal.ONE;
    private static final BigDecimal HEIGHT = new BigDecimal("0.65");

    private final List<String> communes;

    /**
     * @param communes in geographic order
     */
    public SampleBoundaries(List<String> communes) {
        this.communes = List.copyOf(communes);
    }

    @Override
    public Iterator<byte[]> iterator() {
        Stream<String> features = IntStream.range(0, communes.size())
                .mapToObj(place -> (place == 0 ? "" : ",") + feature(communes.get(place), place));
        return Stream.of(Stream.of("{\"type\":\"FeatureCollection\",\"features\":["), features, Stream.of("]}"))
                .flatMap(parts -> parts)
                .map(text -> text.getBytes(UTF_8))
                .iterator();
    }

    private static String feature(String commune, int place) {
        BigDecimal west = WEST.add(WIDTH.multiply(BigDecimal.valueOf(place % COLUMNS)));
        BigDecimal north = NORTH.subtract(HEIGHT.multiply(BigDecimal.valueOf(place / COLUMNS)));
        return """
                {"type":"Feature","properties":{"cut":"%1$s"},"geometry":{"type":"Polygon","coordinates":\
                [[[%2$s,%3$s],[%4$s,%3$s],[%4$s,%5$s],[%2$s,%5$s],[%2$s,%3$s]]]}}
                """.formatted(
                        commune,
                        west.toPlainString(),
                        north.subtract(HEIGHT).toPlainString(),
                        west.add(WIDTH).toPlainString(),
                        north.toPlainString());
    }
}
