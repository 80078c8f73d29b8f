package cl.observatory.query.evaluation;

import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.query.alert.Caveat;
import cl.observatory.query.detection.CountSeries;
import cl.observatory.query.measure.Measure;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a count is compared with: the counts behind the last break, or all where a rule allows for breaks.
 *
 * @param factor what a count is multiplied by to be in the unit of the indicator
 */
record Reference(CountSeries counts, double factor, Set<Caveat> caveats) {

    static Reference of(Watched watched, int index, AlertRuleDefined rule) {
        int comparable = watched.comparableFrom(index);
        int from = rule.allowBreak() ? 0 : comparable;
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        if (comparable > from) {
            caveats.add(Caveat.BREAK_CROSSED);
        }
        if (watched.firstCounted(from) >= rule.frequency().perYear()) {
            caveats.add(Caveat.SHORT_REFERENCE);
        }
        return new Reference(watched.counts(from), factor(watched.measure(index)), caveats);
    }

    /** Of a rate, by its people; counts are what they are. Both are whole numbers. */
    private static double factor(Measure measure) {
        return measure.count() == 0 || measure.divisor() == null ? 1 : measure.value() / measure.count();
    }
}
