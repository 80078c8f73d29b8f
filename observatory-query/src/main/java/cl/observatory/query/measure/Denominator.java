package cl.observatory.query.measure;

import cl.observatory.events.time.Period;
import cl.observatory.query.cube.Cube.Carried;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.cube.Populations.Place;
import cl.observatory.query.territory.Territories.Territory;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The people that counts are divided by.
 *
 * @param heard how many of them live in places that report
 * @param unknown where cases come from places whose people are not known
 */
record Denominator(Sums sums, Map<Place, Long> heard, Set<Place> unknown) {

    /**
     * The people of one territory in one year.
     *
     * @param silent those of them who live in places that never report
     */
    record People(long number, ObsStatus status, long silent) {}

    /**
     * The people of the same territory in the same year. They count as not known when they lack those of a place that
     * cases come from: a rate to the others would be too high.
     */
    Optional<People> people(Territory territory, Period period) {
        Period year = Period.ofYear(period.year());
        Place place = new Place(territory.code(), year.start());
        return sums.find(territory, year)
                .filter(sum -> sum.value() != null
                        && sum.value() > 0
                        && sum.codes() == sums.codes()
                        && sum.carried() != Carried.UNKNOWN)
                .filter(sum -> !unknown.contains(place))
                .map(sum -> new People(sum.value(), sum.status(), sum.value() - heard.getOrDefault(place, 0L)));
    }
}
