package cl.observatory.query.series;

import cl.observatory.problem.Parameters;
import cl.observatory.query.measure.Standpoint;
import cl.observatory.query.time.PeriodRange;
import java.time.Instant;
import java.util.List;

/**
 * What series are to be told of, whichever the indicators.
 *
 * @param territories codes, of which some may not exist
 * @param periods null for all of the release, by year where values add up
 * @param asOf null for the present
 */
record SeriesQuestion(
        List<String> territories, PeriodRange periods, Instant asOf, boolean acrossBreaks, SeriesForm form) {

    Standpoint standpoint() {
        return new Standpoint(asOf, form.boundaries());
    }

    /** A range of shorter periods may begin or end within a longer one: it is not told by longer ones. */
    void checkFrequency(Parameters parameters) {
        if (periods != null
                && form.frequency() != null
                && periods.frequency().months() < form.frequency().months()) {
            parameters.refuse(
                    "frequency", "LONGER_THAN_PERIOD", form.frequency().name());
        }
    }
}
