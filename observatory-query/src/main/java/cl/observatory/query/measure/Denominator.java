package cl.observatory.query.measure;

import cl.observatory.events.time.Period;
import cl.observatory.query.cube.Cube.Carried;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.cube.Populations.Place;
import cl.observatory.query.territory.Territories.Territory;
import java.util.Map;
import java.util.Map.Entry;
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
     * The people of one territory.
     *
     * @param silent those of them who live in places that never report
     */
    record People(long number, ObsStatus status, long silent) {}

    /**
     * The people of the same territory in the same year; over a window of several years their mean, each year with the
     * weight of its months in the window, rounded to a whole person. They count as not known when they lack those of a
     * year, or of a place that cases come from: a rate to the others would be too high.
     */
    Optional<People> people(Territory territory, Period last, Window window) {
        double people = 0;
        double silent = 0;
        double months = 0;
        ObsStatus status = ObsStatus.A;
        for (Entry<Integer, Integer> year : window.monthsOfYears(last).entrySet()) {
            Optional<People> ofYear = people(territory, Period.ofYear(year.getKey()));
            if (ofYear.isEmpty()) {
                return Optional.empty();
            }
            people += (double) ofYear.get().number() * year.getValue();
            silent += (double) ofYear.get().silent() * year.getValue();
            months += year.getValue();
            status = status.compareTo(ofYear.get().status()) < 0 ? ofYear.get().status() : status;
        }
        return Optional.of(new People(Math.round(people / months), status, Math.round(silent / months)));
    }

    private Optional<People> people(Territory territory, Period year) {
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
