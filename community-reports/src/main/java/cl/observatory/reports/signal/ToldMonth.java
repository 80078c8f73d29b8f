package cl.observatory.reports.signal;

import cl.observatory.events.signal.SignalsClosed.Commune;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What is told of one category in one month. Noise is added to the count of every commune, those without a report among them,
 * and only then is looked which of them reach the first band: that a commune is told of is as noised as what is told.
 *
 * @param communes that reached the first band, in the order of their codes
 */
record ToldMonth(List<Commune> communes) {

    /** Version of all this, as events and the ledger name it. */
    static final int METHOD = 1;

    /** How wide bands are. Below the first one, everything is the same. */
    static final int BAND = 5;

    /**
     * @param communes all that there are, whatever was counted; a count of any other is left out
     * @param counts by commune; none is zero
     */
    static ToldMonth of(
            String category, YearMonth month, Collection<String> communes, Map<String, Integer> counts, Noise noise) {
        List<Commune> told = new ArrayList<>();
        for (String commune : communes.stream().sorted().toList()) {
            int noised = counts.getOrDefault(commune, 0) + noise.of(category, commune, month);
            if (noised >= BAND) {
                told.add(new Commune(commune, noised - noised % BAND));
            }
        }
        return new ToldMonth(told);
    }
}
