package cl.observatory.query.measure;

import cl.observatory.events.time.Period;
import cl.observatory.query.cube.Populations.Place;
import cl.observatory.query.territory.Territories.Territory;
import java.util.Map;
import java.util.Set;

/**
 * The people that the counts of a rate are divided by.
 *
 * @param heard how many of them live in places that report
 * @param unknown where cases come from places whose people are not known
 */
record People(Sums sums, Map<Place, Long> heard, Set<Place> unknown) implements Denominator {

    /**
     * The people of the same territory in the same year. They count as not known when they lack those of a place that
     * cases come from: a rate to the others would be too high.
     */
    @Override
    public Found find(Territory territory, Period period) {
        Period year = Period.ofYear(period.year());
        Place place = new Place(territory.code(), year.start());
        return sums.find(territory, year)
                .filter(sum -> sum.value() != null && sum.value() > 0 && sum.codes() == sums.codes())
                .filter(sum -> !unknown.contains(place))
                .map(sum -> new Found(
                        Divisor.people(sum.value()), sum.status(), 0, sum.value() - heard.getOrDefault(place, 0L)))
                .orElse(Found.NOTHING);
    }

    @Override
    public Measure.Reason refusal(Found found, Period period, long count, int months) {
        return found.divisor() == null ? Measure.Reason.NO_POPULATION : null;
    }
}
