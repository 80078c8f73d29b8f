package cl.observatory.query.detection;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A series before the period that is asked about: its level, its trend and its seasons, as Noufaily and others (2013) improved
 * what Farrington and others (1996) began. Counts far above what is usual weigh less, so that outbreaks of the past do not
 * hide the next one.
 */
final class ReferenceModel {

    /** Fewer values than this, or than two years have, say too little. */
    private static final int FEWEST_VALUES = 6;

    private static final int FEWEST_YEARS = 2;

    /** A trend is looked for over this many years and cases at the least. */
    private static final int YEARS_OF_TREND = 3;

    private static final double CASES_OF_TREND = 10;

    /** Residuals beyond it belong to the highest half per cent: such counts weigh less. */
    private static final double OUTBREAK = 2.58;

    /** Where nothing was ever counted: the mean of Jeffreys' prior, half a case in all of the time. */
    private static final double HALF_A_CASE = 0.5;

    private final CountSeries series;
    private final int origin;
    private final Seasons seasons;
    private final boolean hasTrend;
    private final PoissonRegression regression;

    private ReferenceModel(
            CountSeries series, int origin, Seasons seasons, boolean hasTrend, PoissonRegression regression) {
        this.series = series;
        this.origin = origin;
        this.seasons = seasons;
        this.hasTrend = hasTrend;
        this.regression = regression;
    }

    /**
     * The prediction for one period by the periods of a reference, empty when these are too few.
     *
     * @param target index of the period that is asked about
     * @param seasons from the finest to the coarsest; the finest of which every level has a case is used
     */
    static Optional<Prediction> predict(CountSeries series, int target, int from, int until, List<Seasons> seasons) {
        return fit(series, target, from, until, seasons).map(model -> model.predict(target));
    }

    /**
     * @param origin index of the period that the trend is counted from, and is not to lead out of the reference for
     * @param from index of the first period of the reference
     * @param until index behind the last one
     */
    static Optional<ReferenceModel> fit(CountSeries series, int origin, int from, int until, List<Seasons> seasons) {
        int[] reference = IntStream.range(Math.max(0, from), until)
                .filter(series::isUsable)
                .toArray();
        if (reference.length < Math.max(FEWEST_VALUES, FEWEST_YEARS * series.perYear())) {
            return Optional.empty();
        }
        double cases = IntStream.of(reference).mapToDouble(series::count).sum();
        if (cases == 0) {
            return constant(series, origin, reference);
        }
        boolean mayHaveTrend = cases >= CASES_OF_TREND
                && reference[reference.length - 1] - reference[0] + 1 >= YEARS_OF_TREND * series.perYear();
        for (Seasons each : seasons) {
            if (hasCasesEverywhere(series, reference, each)) {
                Optional<ReferenceModel> model = mayHaveTrend
                        ? fit(series, origin, reference, each, true).filter(found -> !found.leadsOut(reference))
                        : Optional.empty();
                model = model.isPresent() ? model : fit(series, origin, reference, each, false);
                if (model.isPresent()) {
                    return model;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean hasCasesEverywhere(CountSeries series, int[] reference, Seasons seasons) {
        double[] cases = new double[seasons.count()];
        for (int index : reference) {
            cases[seasons.level(series.place(index))] += series.count(index);
        }
        return IntStream.range(0, cases.length).allMatch(level -> cases[level] > 0);
    }

    private static Optional<ReferenceModel> constant(CountSeries series, int origin, int[] reference) {
        double[] counts = new double[reference.length];
        counts[0] = HALF_A_CASE;
        Seasons none = Seasons.ofAll(series.perYear()).getLast();
        return PoissonRegression.fit(problem(series, origin, reference, none, false, counts))
                .map(fitted -> new ReferenceModel(series, origin, none, false, fitted));
    }

    private static Optional<ReferenceModel> fit(
            CountSeries series, int origin, int[] reference, Seasons seasons, boolean hasTrend) {
        double[] counts = IntStream.of(reference).mapToDouble(series::count).toArray();
        PoissonRegression.Problem problem = problem(series, origin, reference, seasons, hasTrend, counts);
        return PoissonRegression.fit(problem)
                .flatMap(first -> PoissonRegression.fit(problem.weighted(weights(first))))
                .map(second -> new ReferenceModel(series, origin, seasons, hasTrend, second));
    }

    private static PoissonRegression.Problem problem(
            CountSeries series, int origin, int[] reference, Seasons seasons, boolean hasTrend, double[] counts) {
        double[][] design = new double[reference.length][];
        double[] offsets = new double[reference.length];
        double[] weights = new double[reference.length];
        for (int row = 0; row < reference.length; row++) {
            design[row] = row(series, reference[row], origin, seasons, hasTrend);
            offsets[row] = Math.log(series.exposure(reference[row]));
            weights[row] = 1;
        }
        return new PoissonRegression.Problem(design, counts, offsets, weights);
    }

    /** Level, then seasons but the first, then trend in years. */
    private static double[] row(CountSeries series, int index, int origin, Seasons seasons, boolean hasTrend) {
        double[] row = new double[seasons.count() + (hasTrend ? 1 : 0)];
        row[0] = 1;
        int level = seasons.level(series.place(index));
        if (level > 0) {
            row[level] = 1;
        }
        if (hasTrend) {
            row[row.length - 1] = (index - origin) / (double) series.perYear();
        }
        return row;
    }

    /** What is far above weighs by the inverse square of how far; together the counts weigh as much as before. */
    private static double[] weights(PoissonRegression fitted) {
        double[] residuals = fitted.anscombeResiduals(fitted.dispersion());
        double[] weights = new double[residuals.length];
        double sum = 0;
        for (int row = 0; row < weights.length; row++) {
            weights[row] = residuals[row] > OUTBREAK ? 1 / (residuals[row] * residuals[row]) : 1;
            sum += weights[row];
        }
        for (int row = 0; row < weights.length; row++) {
            weights[row] *= weights.length / sum;
        }
        return weights;
    }

    /** Whether the trend would have the period asked about above everything that was ever counted. */
    private boolean leadsOut(int[] reference) {
        double highest = 0;
        for (int index : reference) {
            highest = Math.max(highest, series.count(index) / series.exposure(index));
        }
        return predict(origin).mean() / series.exposure(origin) > highest;
    }

    Prediction predict(int index) {
        double[] row = row(series, index, origin, seasons, hasTrend);
        double mean = series.exposure(index) * Math.exp(regression.predictor(row));
        double dispersion = regression.dispersion();
        double variance = dispersion * mean + mean * mean * dispersion * regression.variance(row);
        return new Prediction(mean, dispersion, variance);
    }
}
