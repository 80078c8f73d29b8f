package cl.observatory.query.detection;

import java.util.Optional;

/**
 * The sum of what lies above the expectation over the last periods, for shifts too small to be seen in one of them. Counts
 * are brought onto a scale on which chance has the variance 1 (Anscombe), and what exceeds the reference value is summed up;
 * the sum never falls below 0, and begins anew once it has raised an alarm.
 *
 * @param k reference value, in standard deviations
 * @param h decision interval, in standard deviations
 * @param yearsBack years of reference, before the periods that are summed up
 * @param runLength periods that are summed up, the one asked about included
 */
public record Cusum(double k, double h, int yearsBack, int runLength) {

    /**
     * The sum at the end of the run.
     *
     * @param expectation of the last period
     */
    public record Sum(double statistic, boolean isAlarm, Prediction expectation) {}

    /**
     * Empty when the reference has too few values, or the period none.
     *
     * @param target index of the period
     */
    public Optional<Sum> sum(CountSeries series, int target) {
        int begin = target - runLength + 1;
        if (!series.isUsable(target)) {
            return Optional.empty();
        }
        return ReferenceModel.fit(
                        series, target, begin - yearsBack * series.perYear(), begin, Seasons.ofAll(series.perYear()))
                .map(model -> sum(series, begin, target, model));
    }

    private Sum sum(CountSeries series, int begin, int target, ReferenceModel model) {
        double sum = 0;
        boolean isAlarm = false;
        for (int index = Math.max(0, begin); index <= target; index++) {
            if (series.isUsable(index)) {
                sum = isAlarm ? 0 : sum;
                sum = Math.max(0, sum + standardized(series.count(index), model.predict(index)) - k);
                isAlarm = sum > h;
            }
        }
        return new Sum(sum, isAlarm, model.predict(target));
    }

    /** On the scale 2√(n + ⅜), whose mean for counts with dispersion φ is near 2√(μ + ⅜ − φ/4) and whose variance is φ. */
    static double standardized(double count, Prediction expectation) {
        double mean = expectation.mean();
        double centre = Math.sqrt(Math.max(0, mean + 0.375 - expectation.dispersion() / 4));
        double width = Math.sqrt(Math.max(expectation.dispersion(), expectation.variance() / mean));
        return 2 * (Math.sqrt(count + 0.375) - centre) / width;
    }

    /** How many periods before the one asked about are read. */
    public int reach(int perYear) {
        return yearsBack * perYear + runLength - 1;
    }
}
