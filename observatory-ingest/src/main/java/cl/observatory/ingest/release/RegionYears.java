package cl.observatory.ingest.release;

import cl.observatory.events.release.ObservationBatch;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Cells and sums of values by region and year. */
final class RegionYears {

    private static final int REGION_DIGITS = 2;
    private static final int YEAR_DIGITS = 4;

    private final Map<Place, Sum> sums =
            new TreeMap<>(Comparator.comparing(Place::region).thenComparingInt(Place::year));

    /**
     * @param region code, {@code CL} for the country
     */
    record Place(String region, int year) {

        static Place of(String area, String period) {
            return new Place(
                    area.substring(0, Math.min(REGION_DIGITS, area.length())),
                    Integer.parseInt(period, 0, YEAR_DIGITS, 10));
        }
    }

    /** A number of cells and the sum of their values. */
    static final class Sum {

        static final Sum NOTHING = new Sum();

        private long cells;
        private long values;
        private long part;
        private BigInteger rest = BigInteger.ZERO;

        private void add(long value) {
            long sum = part + value;
            if (((part ^ sum) & (value ^ sum)) < 0) {
                rest = rest.add(BigInteger.valueOf(part));
                sum = value;
            }
            part = sum;
            values++;
        }

        long cells() {
            return cells;
        }

        /** How many of the cells have a value. */
        long count() {
            return values;
        }

        /** Null when no cell has a value. */
        BigInteger values() {
            return values == 0 ? null : rest.add(BigInteger.valueOf(part));
        }
    }

    void add(ObservationBatch batch, IntPredicate rows) {
        int periods = batch.dictionary(1).size();
        Sum[] ofCodes = new Sum[batch.dictionary(0).size() * periods];
        for (int row = 0; row < batch.rows(); row++) {
            if (!rows.test(row)) {
                continue;
            }
            int codes = batch.code(0, row) * periods + batch.code(1, row);
            Sum sum = ofCodes[codes];
            if (sum == null) {
                Place place = Place.of(
                        batch.dictionary(0).get(batch.code(0, row)),
                        batch.dictionary(1).get(batch.code(1, row)));
                sum = sums.computeIfAbsent(place, any -> new Sum());
                ofCodes[codes] = sum;
            }
            sum.cells++;
            if (!batch.isMissing(row)) {
                sum.add(batch.value(row));
            }
        }
    }

    /** In the order of regions and years. */
    Iterable<Place> places() {
        return sums.keySet();
    }

    boolean isEmpty() {
        return sums.isEmpty();
    }

    Sum get(Place place) {
        return sums.getOrDefault(place, Sum.NOTHING);
    }
}
