package cl.observatory.query.measure;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.query.cube.Cube;
import cl.observatory.query.territory.Territories.Territory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What an indicator adds up of one data set, for the territories and periods of a question. */
final class Sums {

    private final DatasetDefined dataset;
    private final int codes;
    private final Window window;
    private final Map<Place, Cube.Sum> sums = new HashMap<>();
    private final Map<String, List<Cube.Reporting>> reporting;
    private final Optional<LocalDate> division;

    private record Place(String area, Period period) {}

    /**
     * @param codes combinations of codes that are added up
     * @param frequency of the sums
     * @param window over which each sum was made
     * @param division a day of the division that they are told in, empty for that of the last day of each period
     */
    Sums(
            DatasetDefined dataset,
            int codes,
            Frequency frequency,
            Optional<LocalDate> division,
            Window window,
            List<Cube.Sum> sums,
            List<Cube.Reporting> reporting) {
        this.dataset = dataset;
        this.division = division;
        this.codes = codes;
        this.window = window;
        sums.forEach(sum -> this.sums.put(new Place(sum.area(), Period.containing(frequency, sum.period())), sum));
        this.reporting = reporting.stream().collect(Collectors.groupingBy(Cube.Reporting::area));
    }

    DatasetDefined dataset() {
        return dataset;
    }

    /** Whether a value of that territory and period could only be made by adding up what is never added up. */
    boolean wouldAddUp(Territory territory, Period period) {
        boolean isCell = territory.level().name().equals(dataset.level()) && period.frequency() == dataset.frequency();
        return (!dataset.addsUp() && !isCell) || !addsUpOver(dataset, window);
    }

    /** People of several years are no more people, and what is never added up makes no window. */
    static boolean addsUpOver(DatasetDefined dataset, Window window) {
        return window.periods() == 1 || (dataset.addsUp() && !dataset.kind().equals("POPULATION"));
    }

    /** Over which each sum was made. */
    Window window() {
        return window;
    }

    /** Combinations of codes that are added up. */
    int codes() {
        return codes;
    }

    Optional<Cube.Sum> find(Territory territory, Period period) {
        return Optional.ofNullable(sums.get(new Place(territory.code(), period)));
    }

    /** Months that one period of the data set's own frequency has. */
    int monthsOfCell() {
        return dataset.frequency().months();
    }

    /** Cells that each series has in a period, or in all of the window that ends with it. */
    private int cellsPerSeries(Period period) {
        return window.months(period.frequency()) / dataset.frequency().months();
    }

    /** Cells that there would be in a period if every series, once begun, reported each time. */
    int expectedCells(Territory territory, Period period) {
        Period first =
                Period.containing(dataset.frequency(), window.first(period).start());
        LocalDate told = division.orElseGet(() -> period.plus(1).start().minusDays(1));
        return IntStream.range(0, cellsPerSeries(period))
                .mapToObj(first::plus)
                .mapToInt(cell -> reporting.getOrDefault(territory.code(), List.of()).stream()
                        .filter(begun -> begun.isExpectedIn(cell, told))
                        .mapToInt(Cube.Reporting::series)
                        .sum())
                .sum();
    }
}
