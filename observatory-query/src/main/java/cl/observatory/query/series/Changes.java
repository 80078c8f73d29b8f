package cl.observatory.query.series;

import cl.observatory.events.time.Period;
import cl.observatory.query.measure.Change;
import cl.observatory.query.measure.Measure;
import cl.observatory.query.measure.MeasureView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The values of a series, each with its change.
 *
 * @param earliest first period that any of them is compared with; empty when none is
 */
record Changes(List<MeasureView> items, Optional<Period> earliest) {

    private record Place(String territory, Period period) {}

    /**
     * @param shown territory by territory in the order of time
     * @param unseen read only to compare with
     * @param told which of those that are shown are told; the others are compared with all the same
     */
    static Changes of(
            List<Measure> shown, List<Measure> unseen, ChangeFrom from, Change.Rule rule, Predicate<Measure> told) {
        Map<Place, Measure> byPlace = new HashMap<>();
        unseen.forEach(measure -> byPlace.put(place(measure), measure));
        Map<String, Measure> previous = new HashMap<>();
        List<MeasureView> items = new ArrayList<>();
        List<Period> compared = new ArrayList<>();
        for (Measure measure : shown) {
            byPlace.put(place(measure), measure);
            Measure before = from == ChangeFrom.previous
                    ? previous.get(measure.territory().code())
                    : byPlace.get(yearBefore(measure));
            Optional<Change> change =
                    Optional.ofNullable(before).flatMap(earlier -> Change.between(earlier, measure, rule));
            if (told.test(measure)) {
                change.map(Change::since).ifPresent(compared::add);
                items.add(MeasureView.of(measure, change));
            }
            if (measure.value() != null) {
                previous.put(measure.territory().code(), measure);
            }
        }
        return new Changes(items, compared.stream().min(Period::compareTo));
    }

    private static Place place(Measure measure) {
        return new Place(measure.territory().code(), measure.period());
    }

    private static Place yearBefore(Measure measure) {
        Period period = measure.period();
        return new Place(
                measure.territory().code(), period.plus(-period.frequency().perYear()));
    }
}
