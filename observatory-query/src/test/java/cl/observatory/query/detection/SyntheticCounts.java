package cl.observatory.query.detection;

import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/**
 * Monthly counts whose truth is known: a level, a trend, seasons, more variance than chance alone has, and outbreaks of the
 * past. They describe nobody.
 */
final class SyntheticCounts {

    /** Seven years of past, and a year that is watched. */
    static final int PAST = 84;

    static final int MONTHS = PAST + 12;

    private static final double[] LEVELS = {0.5, 1, 2, 5, 10, 20, 50, 100, 200};
    private static final double[] DISPERSIONS = {1, 1.5, 2, 3};
    private static final double[] YEARLY_TRENDS = {-0.06, 0, 0, 0.06};
    private static final double[] SEASONS = {0, 0.2, 0.5};

    /** Outbreaks in seven years, on average. */
    private static final double OUTBREAKS = 2;

    private final UniformRandomProvider random;
    private final double level;
    private final double dispersion;
    private final double trend;
    private final double season;
    private final double phase;
    private final double[] counts = new double[MONTHS];

    private SyntheticCounts(UniformRandomProvider random, double level) {
        this.random = random;
        this.level = level;
        this.dispersion = any(DISPERSIONS);
        this.trend = any(YEARLY_TRENDS);
        this.season = any(SEASONS);
        this.phase = 2 * Math.PI * random.nextDouble();
        for (int month = 0; month < MONTHS; month++) {
            counts[month] = negativeBinomial(mean(month));
        }
        // those of the past are over when the year that is watched begins
        int past = poisson(OUTBREAKS);
        for (int outbreak = 0; outbreak < past; outbreak++) {
            int begin = random.nextInt(PAST);
            add(begin, Math.min(1 + random.nextInt(3), PAST - begin), 2 + 6 * random.nextDouble());
        }
    }

    static SyntheticCounts of(UniformRandomProvider random) {
        return new SyntheticCounts(random, LEVELS[random.nextInt(LEVELS.length)]);
    }

    static SyntheticCounts of(UniformRandomProvider random, double level) {
        return new SyntheticCounts(random, level);
    }

    /** True mean of a month without an outbreak. */
    private double mean(int month) {
        return level * Math.exp(trend * month / 12 + season * Math.cos(2 * Math.PI * month / 12 + phase));
    }

    /**
     * Adds an outbreak.
     *
     * @param size cases in each month, in standard deviations of a month without one
     */
    void add(int first, int months, double size) {
        for (int month = first; month < first + months; month++) {
            counts[month] += poisson(size * Math.sqrt(dispersion * mean(month)));
        }
    }

    double level() {
        return level;
    }

    double count(int month) {
        return counts[month];
    }

    CountSeries series() {
        CountSeries series = new CountSeries(Period.of(Frequency.M, 2018, 1), MONTHS);
        for (int month = 0; month < MONTHS; month++) {
            series.put(month, counts[month], 1);
        }
        return series;
    }

    private double any(double[] values) {
        return values[random.nextInt(values.length)];
    }

    private double negativeBinomial(double mean) {
        if (dispersion == 1) {
            return poisson(mean);
        }
        double excess = dispersion - 1;
        return poisson(AhrensDieterMarsagliaTsangGammaSampler.of(random, mean / excess, excess)
                .sample());
    }

    private int poisson(double mean) {
        return mean < 1e-12 ? 0 : PoissonSampler.of(random, mean).sample();
    }
}
