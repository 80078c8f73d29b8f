package cl.observatory.local.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Yearly populations of the places of {@link SampleCases}, as a CSV file {@code REF_AREA,TIME_PERIOD,OBS_VALUE} with a
 * row for every commune and year.
 */
public final class SamplePopulation implements Iterable<byte[]> {

    private static final byte[] HEADER = "REF_AREA,TIME_PERIOD,OBS_VALUE\n".getBytes(UTF_8);

    private final SamplePlaces places;
    private final List<String> communes;
    private final int firstYear;
    private final int years;

    public SamplePopulation(long seed, List<String> communes, int firstYear, int years) {
        this.places = new SamplePlaces(seed, communes);
        this.communes = List.copyOf(communes);
        this.firstYear = firstYear;
        this.years = years;
    }

    @Override
    public Iterator<byte[]> iterator() {
        return Stream.concat(Stream.of(HEADER), communes.stream().flatMap(this::rowsOf))
                .iterator();
    }

    private Stream<byte[]> rowsOf(String commune) {
        return IntStream.range(0, years)
                .mapToObj(year -> "%s,%d,%d\n".formatted(commune, firstYear + year, places.inhabitants(commune, year)))
                .map(row -> row.getBytes(UTF_8));
    }
}
