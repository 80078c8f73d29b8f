package cl.observatory.query.detection;

import java.util.Optional;

/**
 * Expectation of one count by the same time of earlier years.
 *
 * @param yearsBack how many of them
 * @param halfWindow periods before and after the same one of each year that share its level
 */
public record Baseline(int yearsBack, int halfWindow) {

    /**
     * Empty when the reference has too few values. The last half year before the period (of years, none of them) is no part of it: what began then may
     * still go on, and would be taken for usual.
     *
     * @param target index of the period
     */
    public Optional<Prediction> predict(CountSeries series, int target) {
        int perYear = series.perYear();
        return ReferenceModel.predict(
                series,
                target,
                target - yearsBack * perYear - halfWindow,
                target - perYear / 2,
                Seasons.around(series.place(target), halfWindow, perYear));
    }

    /** How many periods before the one asked about are read. */
    public int reach(int perYear) {
        return yearsBack * perYear + halfWindow;
    }
}
