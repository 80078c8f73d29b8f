package cl.observatory.query.measure;

import cl.observatory.events.time.Period;
import cl.observatory.query.cube.Cube.Carried;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.cube.Populations.Place;
import cl.observatory.query.territory.Territories.Territory;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;

/**
 * The people that the counts of a rate are divided by.
 *
 * @param heard how many of them live in places that report
 * @param unknown where cases come from places whose people are not known
 */
record People(Sums sums, Map<Place, Long> heard, Set<Place> unknown) implements Denominator {

    /**
     * The people of the same territory in the same year; over a window of several years their mean, each year with the
     * weight of its months in the window, rounded to a whole person. They count as not known when they lack those of a
     * year, or of a place that cases come from: a rate to the others would be too high.
     */
    @Override
    public Found find(Territory territory, Period period, Window window) {
        double people = 0;
        double silent = 0;
        double months = 0;
        ObsStatus status = ObsStatus.A;
        for (Entry<Integer, Integer> year : window.monthsOfYears(period).entrySet()) {
            Found ofYear = of(territory, Period.ofYear(year.getKey()));
            if (ofYear.divisor() == null) {
                return Found.NOTHING;
            }
            people += (double) ofYear.divisor().number() * year.getValue();
            silent += (double) ofYear.silent() * year.getValue();
            months += year.getValue();
            status = status.compareTo(ofYear.status()) < 0 ? ofYear.status() : status;
        }
        return new Found(Divisor.people(Math.round(people / months)), status, 0, Math.round(silent / months));
    }

    private Found of(Territory territory, Period year) {
        Place place = new Place(territory.code(), year.start());
        return sums.find(territory, year)
                .filter(sum -> sum.value() != null
                        && sum.value() > 0
                        && sum.codes() == sums.codes()
                        && sum.carried() != Carried.UNKNOWN)
                .filter(sum -> !unknown.contains(place))
                .map(sum -> new Found(
                        Divisor.people(sum.value()), sum.status(), 0, sum.value() - heard.getOrDefault(place, 0L)))
                .orElse(Found.NOTHING);
    }

    @Override
    public Measure.Reason refusal(Found found, long count, int months, int wholeMonths) {
        return found.divisor() == null ? Measure.Reason.NO_POPULATION : null;
    }
}
