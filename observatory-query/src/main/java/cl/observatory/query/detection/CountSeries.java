package cl.observatory.query.detection;

import cl.observatory.events.time.Period;
import java.util.Arrays;

/** Counts of consecutive periods, some of them unusable, each with the people that it was counted among. */
public final class CountSeries {

    private final Period first;
    private final double[] counts;
    private final double[] exposures;

    /**
     * Without any usable count.
     *
     * @param first the first of the periods
     */
    public CountSeries(Period first, int periods) {
        this.first = first;
        this.counts = new double[periods];
        this.exposures = new double[periods];
        Arrays.fill(counts, Double.NaN);
        Arrays.fill(exposures, 1);
    }

    /**
     * Makes the count of a period usable.
     *
     * @param exposure people that it was counted among, above 0; 1 where only counts are compared
     */
    public void put(int index, double count, double exposure) {
        counts[index] = count;
        exposures[index] = exposure;
    }

    boolean isUsable(int index) {
        return index >= 0 && index < counts.length && !Double.isNaN(counts[index]);
    }

    double count(int index) {
        return counts[index];
    }

    double exposure(int index) {
        return exposures[index];
    }

    int perYear() {
        return first.frequency().perYear();
    }

    /** Place of a period within its year, from 0. */
    int place(int index) {
        return first.plus(index).place() - 1;
    }
}
