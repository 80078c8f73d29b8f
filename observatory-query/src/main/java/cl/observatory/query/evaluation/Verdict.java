package cl.observatory.query.evaluation;

import cl.observatory.query.alert.Caveat;
import cl.observatory.query.measure.Measure;
import java.util.Set;

/**
 * How a value was judged.
 *
 * @param expected in the indicator's unit, null when nothing is expected
 * @param bound in the indicator's unit, null when there is none
 * @param pValue null but for a prediction bound
 * @param statistic null but for a cumulative sum
 * @param isUnusual by itself; many tests at once may take that back
 */
record Verdict(
        Measure measure,
        Double expected,
        Double bound,
        Double pValue,
        Double statistic,
        boolean isUnusual,
        Set<Caveat> caveats) {}
