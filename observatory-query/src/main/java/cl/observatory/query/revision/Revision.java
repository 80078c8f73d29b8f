package cl.observatory.query.revision;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;

/** How one release differs from another, without the cells themselves. */
final class Revision {

    private final int[] series;
    private final int[] cells;
    private final SortedMap<Integer, Tally> years;

    /**
     * @param series those with changes, in the order of dimensions and territory
     * @param cells how many cells of each differ
     * @param years what differs, by the year of the period
     */
    Revision(int[] series, int[] cells, SortedMap<Integer, Tally> years) {
        this.series = series;
        this.cells = cells;
        this.years = Collections.unmodifiableSortedMap(years);
    }

    SortedMap<Integer, Tally> years() {
        return years;
    }

    Tally total() {
        return years.values().stream().reduce(Tally.NONE, Tally::plus);
    }

    /** How many series have changes. */
    int length() {
        return series.length;
    }

    /** Series from a place on that have at least so many changes behind the first of them, as far as there are any. */
    int[] from(int place, int changes) {
        int end = Math.min(place + 1, series.length);
        for (int found = 0; end < series.length && found < changes; end++) {
            found += cells[end];
        }
        return Arrays.copyOfRange(series, Math.min(place, end), end);
    }

    /** How much memory it takes, in numbers. */
    int size() {
        return 2 * series.length + years.size() + 1;
    }
}
