package cl.observatory.query.evaluation;

import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.query.territory.Territories;
import cl.observatory.query.territory.Territories.Territory;
import cl.observatory.query.territory.TerritoryLevel;
import cl.observatory.query.time.Periods;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The territories that a rule watches, in the division of today. */
@ApplicationScoped
class WatchedPlaces {

    private static final String COUNTRY = "CL";

    private final Territories territories;
    private final Periods periods;

    WatchedPlaces(Territories territories, Periods periods) {
        this.territories = territories;
        this.periods = periods;
    }

    List<Territory> of(AlertRuleDefined rule) {
        return territories.within(COUNTRY, TerritoryLevel.valueOf(rule.level()), periods.today()).stream()
                .filter(territory ->
                        rule.territories() == null || rule.territories().contains(territory.code()))
                .toList();
    }
}
