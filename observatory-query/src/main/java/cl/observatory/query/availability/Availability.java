package cl.observatory.query.availability;

import cl.observatory.events.time.Period;
import cl.observatory.query.measure.Measure;
import cl.observatory.query.territory.Territories.Territory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which territories have values of which periods.
 *
 * @param periods in the order of time
 * @param territories in geographic order
 */
record Availability(List<OfPeriod> periods, List<OfTerritory> territories) {

    /**
     * A period over all territories.
     *
     * @param withValue territories with a value
     * @param territories that there are in the period
     * @param partial of those with a value, made of fewer months than the period has
     * @param incomplete of those with a value, lacking cells in the months that it covers
     * @param unreliable of those with a value, estimates that are not to be used
     * @param reported cells
     * @param expected cells
     * @param missing why the others have none
     */
    record OfPeriod(
            Period period,
            int withValue,
            int territories,
            int partial,
            int incomplete,
            int unreliable,
            int reported,
            int expected,
            Map<Measure.Reason, Integer> missing) {

        private static OfPeriod of(Period period, List<Measure> measures) {
            int reported = 0;
            int expected = 0;
            Map<Measure.Reason, Integer> missing = new EnumMap<>(Measure.Reason.class);
            for (Measure measure : measures) {
                reported += measure.coverage().cells();
                expected += measure.coverage().expectedCells();
                if (measure.value() == null) {
                    missing.merge(measure.reason(), 1, Integer::sum);
                }
            }
            return new OfPeriod(
                    period,
                    (int) measures.stream()
                            .filter(measure -> measure.value() != null)
                            .count(),
                    measures.size(),
                    (int) measures.stream().filter(Measure::isPartial).count(),
                    (int) measures.stream().filter(Measure::isIncomplete).count(),
                    (int) measures.stream().filter(Measure::isUnreliable).count(),
                    reported,
                    expected,
                    missing);
        }
    }

    /**
     * A territory over all periods.
     *
     * @param first with a value, null when none has
     * @param last with a value
     * @param withValue periods with a value
     * @param gaps periods between the first and the last without one
     */
    record OfTerritory(Territory territory, Period first, Period last, int withValue, List<Period> gaps) {

        private static OfTerritory of(List<Measure> measures) {
            List<Period> told = measures.stream()
                    .filter(measure -> measure.value() != null)
                    .map(Measure::period)
                    .sorted()
                    .toList();
            Territory territory = measures.getFirst().territory();
            if (told.isEmpty()) {
                return new OfTerritory(territory, null, null, 0, List.of());
            }
            List<Period> gaps = new ArrayList<>();
            for (Period period = told.getFirst(); period.compareTo(told.getLast()) < 0; period = period.plus(1)) {
                if (!told.contains(period)) {
                    gaps.add(period);
                }
            }
            return new OfTerritory(territory, told.getFirst(), told.getLast(), told.size(), gaps);
        }
    }

    /**
     * @param asked every period that is asked about
     * @param measures of the territories that there are in each
     */
    static Availability of(List<Period> asked, List<Measure> measures) {
        Map<Period, List<Measure>> byPeriod = measures.stream().collect(Collectors.groupingBy(Measure::period));
        Map<Integer, List<Measure>> byTerritory = measures.stream()
                .collect(Collectors.groupingBy(
                        measure -> measure.territory().position(), TreeMap::new, Collectors.toList()));
        return new Availability(
                asked.stream()
                        .map(period -> OfPeriod.of(period, byPeriod.getOrDefault(period, List.of())))
                        .toList(),
                byTerritory.values().stream().map(OfTerritory::of).toList());
    }
}
