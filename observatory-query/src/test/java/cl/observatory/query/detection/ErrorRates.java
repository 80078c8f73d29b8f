package cl.observatory.query.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** How often methods err, and how soon they find something, on counts whose truth is known. Reproducible by its seed. */
final class ErrorRates {

    static final double ALPHA = 0.01;
    static final double FALSE_DISCOVERIES = 0.05;

    private static final int MINIMUM_COUNT = 5;
    private static final int OUTBREAK_MONTHS = 3;

    private static final Baseline BASELINE = new Baseline(5, 1);
    private static final Cusum CUSUM = new Cusum(0.5, 5, 5, 12);

    private final UniformRandomProvider random;

    ErrorRates(long seed) {
        this.random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    }

    /** So many of so many. */
    record Share(long some, long all) {

        double value() {
            return all == 0 ? 0 : some / (double) all;
        }

        /** Upper end of Wilson's interval at 99.9 %. */
        double highest() {
            double z = 3.29;
            double centre = value() + z * z / (2 * all);
            double half = z * Math.sqrt(value() * (1 - value()) / all + z * z / (4.0 * all * all));
            return (centre + half) / (1 + z * z / all);
        }

        /** Lower end of the same. */
        double lowest() {
            return 1 - new Share(all - some, all).highest();
        }
    }

    /** How often an outbreak was found while it lasted, and how many months after its first one on average. */
    record Found(Share share, double delay) {}

    private interface Alarm {
        boolean raises(SyntheticCounts counts, CountSeries series, int month);
    }

    static boolean byBound(SyntheticCounts counts, CountSeries series, int month) {
        return counts.count(month) >= MINIMUM_COUNT && pValue(counts, series, month) <= ALPHA;
    }

    static boolean bySum(SyntheticCounts counts, CountSeries series, int month) {
        return counts.count(month) >= MINIMUM_COUNT
                && CUSUM.sum(series, month).orElseThrow().isAlarm();
    }

    private static double pValue(SyntheticCounts counts, CountSeries series, int month) {
        return BASELINE.predict(series, month).orElseThrow().exceedance(counts.count(month));
    }

    /**
     * Alarms in months without an outbreak.
     *
     * @param level mean of a month
     * @param hasMinimum whether few cases raise nothing
     */
    Share falseAlarms(double level, int series, boolean hasMinimum) {
        return falseAlarms(
                level,
                series,
                (counts, each, month) ->
                        hasMinimum ? byBound(counts, each, month) : pValue(counts, each, month) <= ALPHA);
    }

    Share falseAlarmsBySum(double level, int series) {
        return falseAlarms(level, series, ErrorRates::bySum);
    }

    private Share falseAlarms(double level, int series, Alarm alarm) {
        long alarms = 0;
        for (int i = 0; i < series; i++) {
            SyntheticCounts counts = SyntheticCounts.of(random, level);
            CountSeries each = counts.series();
            for (int month = SyntheticCounts.PAST; month < SyntheticCounts.MONTHS; month++) {
                alarms += alarm.raises(counts, each, month) ? 1 : 0;
            }
        }
        return new Share(alarms, 12L * series);
    }

    /** Among the findings of releases in each of which one of fifty series has an outbreak, those that are none. */
    Share falseDiscoveries(int releases, int series) {
        double shares = 0;
        long findings = 0;
        for (int release = 0; release < releases; release++) {
            double[] pValues = new double[series];
            for (int i = 0; i < series; i++) {
                SyntheticCounts counts = SyntheticCounts.of(random);
                if (i % 50 == 0) {
                    counts.add(SyntheticCounts.PAST, 1, 6);
                }
                boolean few = counts.count(SyntheticCounts.PAST) < MINIMUM_COUNT;
                pValues[i] = few ? 1 : pValue(counts, counts.series(), SyntheticCounts.PAST);
            }
            double threshold = Math.min(ALPHA, FalseDiscovery.threshold(pValues, FALSE_DISCOVERIES));
            long wrong = 0;
            long found = 0;
            for (int i = 0; i < series; i++) {
                found += pValues[i] <= threshold ? 1 : 0;
                wrong += pValues[i] <= threshold && i % 50 != 0 ? 1 : 0;
            }
            shares += found == 0 ? 0 : wrong / (double) found;
            findings += found;
        }
        // as so many of so many, so that its uncertainty can be told
        return new Share(Math.round(shares / releases * Math.max(1, findings)), Math.max(1, findings));
    }

    Found foundByBound(double level, double size, int series) {
        return found(level, size, series, ErrorRates::byBound);
    }

    Found foundBySum(double level, double size, int series) {
        return found(level, size, series, ErrorRates::bySum);
    }

    /** Outbreaks of three months that begin in the fourth month that is watched. */
    private Found found(double level, double size, int series, Alarm alarm) {
        int first = SyntheticCounts.PAST + 3;
        long found = 0;
        long delays = 0;
        for (int i = 0; i < series; i++) {
            SyntheticCounts counts = SyntheticCounts.of(random, level);
            counts.add(first, OUTBREAK_MONTHS, size);
            CountSeries each = counts.series();
            for (int delay = 0; delay < OUTBREAK_MONTHS; delay++) {
                if (alarm.raises(counts, each, first + delay)) {
                    found++;
                    delays += delay;
                    break;
                }
            }
        }
        return new Found(new Share(found, series), found == 0 ? 0 : delays / (double) found);
    }

    /** Everything as tables in Markdown. */
    static String report(long seed, int series) {
        ErrorRates rates = new ErrorRates(seed);
        List<String> lines = new ArrayList<>();
        lines.add("| level | BASELINE | BASELINE, 5 cases or more | CUSUM, 5 cases or more |");
        lines.add("|---|---|---|---|");
        for (double level : new double[] {0.5, 1, 2, 5, 10, 20, 50, 100, 200}) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %.2f %% | %.2f %% | %.2f %% |",
                    level,
                    100 * rates.falseAlarms(level, series, false).value(),
                    100 * rates.falseAlarms(level, series, true).value(),
                    100 * rates.falseAlarmsBySum(level, series).value()));
        }
        Share discoveries = rates.falseDiscoveries(Math.max(1, series / 10), 500);
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "False discoveries: %.1f %% of the findings (%d findings)",
                100 * discoveries.value(),
                discoveries.all()));
        lines.add("");
        lines.add("| level | size | BASELINE finds | after | CUSUM finds | after |");
        lines.add("|---|---|---|---|---|---|");
        for (double level : new double[] {2, 10, 50, 200}) {
            for (double size : new double[] {1, 2, 3, 5, 8}) {
                Found bound = rates.foundByBound(level, size, series);
                Found sum = rates.foundBySum(level, size, series);
                lines.add(String.format(
                        Locale.ROOT,
                        "| %s | %s | %.0f %% | %.1f | %.0f %% | %.1f |",
                        level,
                        size,
                        100 * bound.share().value(),
                        bound.delay(),
                        100 * sum.share().value(),
                        sum.delay()));
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
