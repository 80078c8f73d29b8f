package cl.observatory.query.measure;

import cl.observatory.events.time.Period;
import cl.observatory.query.territory.Territories;
import cl.observatory.query.territory.Territories.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which territories a question about all of a level speaks of: those that there were at the end of the period, and those
 * that the data speak of, since publishers tell the past in today's division. A territory without data whose people are
 * told of under another code is left out.
 */
@ApplicationScoped
public class Divisions {

    private final Territories territories;

    Divisions(Territories territories) {
        this.territories = territories;
    }

    /** The same, of the territories that each period had. */
    public Measures.Measured current(Measures.Measured measured) {
        Map<Period, Set<String>> told = measured.measures().stream()
                .filter(Measure::hasData)
                .collect(Collectors.groupingBy(
                        Measure::period,
                        Collectors.mapping(measure -> measure.territory().code(), Collectors.toSet())));
        Map<String, Set<String>> kin = territories.kin();
        return measured.keeping(measure -> {
            Territory territory = measure.territory();
            boolean held = territory.holdsOn(measure.period().plus(1).start().minusDays(1));
            boolean isToldElsewhere = !Collections.disjoint(
                    told.getOrDefault(measure.period(), Set.of()), kin.getOrDefault(territory.code(), Set.of()));
            return measure.hasData() || (held && !isToldElsewhere);
        });
    }
}
