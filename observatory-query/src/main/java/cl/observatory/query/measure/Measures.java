package cl.observatory.query.measure;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.problem.Parameters;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.cube.Cube;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.dataset.Datasets;
import cl.observatory.query.release.Releases;
import cl.observatory.query.statistic.Interval;
import cl.observatory.query.territory.Territories.Territory;
import cl.observatory.query.time.PeriodRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Computes values of indicators, by the rules of {@code docs/method.md}. */
@ApplicationScoped
public class Measures {

    /** Below, the count's standard error is more than 22 % of it. */
    private static final int SMALL_COUNT = 20;

    private static final int SMALL_POPULATION = 2_000;
    private static final int MOST_VALUES = 5_000;

    private final Cube cube;
    private final Datasets datasets;
    private final Releases releases;

    Measures(Cube cube, Datasets datasets, Releases releases) {
        this.cube = cube;
        this.datasets = datasets;
        this.releases = releases;
    }

    /**
     * A data set as an indicator reads it.
     *
     * @param release that was read, empty when there was none at the instant
     */
    public record Read(DatasetDefined dataset, Optional<Releases.Visible> release) {}

    /**
     * Values with what they were made from.
     *
     * @param denominator empty for a count
     */
    public record Measured(List<Measure> measures, Read numerator, Optional<Read> denominator) {

        /** The ids of the releases that were read. */
        public List<UUID> releases() {
            return Stream.concat(Stream.of(numerator), denominator.stream())
                    .flatMap(read -> read.release().stream())
                    .map(release -> release.published().releaseId())
                    .toList();
        }
    }

    /** The data set of the numerator, as it stood at an instant. */
    public Read numerator(IndicatorDefined indicator, Instant asOf) {
        return read(indicator.numerator(), asOf);
    }

    /**
     * A value for every territory and period, in that order.
     *
     * @param periods of the data set's frequency, or years
     * @param asOf null for now
     * @throws ProblemException when there are no values of that frequency, or more than {@value #MOST_VALUES}
     */
    public Measured measure(
            IndicatorDefined indicator, List<Territory> territories, PeriodRange periods, Instant asOf) {
        Read numerator = read(indicator.numerator(), asOf);
        check(territories, periods, numerator.dataset());
        Optional<Read> denominator =
                Optional.ofNullable(indicator.denominator()).map(selection -> read(selection, asOf));
        List<String> areas = territories.stream().map(Territory::code).toList();
        Sums counts = sums(numerator, indicator.numerator(), areas, periods);
        Optional<Sums> populations =
                denominator.map(read -> sums(read, indicator.denominator(), areas, years(periods)));
        List<Measure> measures = new ArrayList<>();
        for (Territory territory : territories) {
            for (Period period : periods.periods()) {
                measures.add(measure(indicator, territory, period, counts, populations));
            }
        }
        return new Measured(measures, numerator, denominator);
    }

    private static void check(List<Territory> territories, PeriodRange periods, DatasetDefined dataset) {
        Parameters parameters = new Parameters();
        if (periods.frequency() != dataset.frequency() && periods.frequency() != Frequency.A) {
            parameters.refuse(
                    "period", "FREQUENCY_NOT_AVAILABLE", dataset.frequency().name());
        }
        if ((long) territories.size() * periods.periods().size() > MOST_VALUES) {
            parameters.refuse("period", "TOO_MANY_VALUES", Integer.toString(MOST_VALUES));
        }
        parameters.check(QueryProblem.INVALID_QUESTION);
    }

    private Read read(IndicatorDefined.Selection selection, Instant asOf) {
        return new Read(datasets.get(selection.dataset()), releases.find(selection.dataset(), asOf));
    }

    private record Cell(String area, Period period) {}

    /**
     * @param codes combinations of codes that are added up
     * @param reporting series within each territory
     */
    private record Sums(DatasetDefined dataset, int codes, Map<Cell, Cube.Sum> byCell, Map<String, Integer> reporting) {

        Optional<Cube.Sum> find(Territory territory, Period period) {
            return Optional.ofNullable(byCell.get(new Cell(territory.code(), period)));
        }

        int expectedCells(Territory territory, Period period) {
            int periods = dataset.frequency().perYear() / period.frequency().perYear();
            return reporting.getOrDefault(territory.code(), 0) * periods;
        }
    }

    private Sums sums(Read read, IndicatorDefined.Selection selection, List<String> areas, PeriodRange periods) {
        List<String> combinations = combinations(read.dataset(), selection);
        Map<Cell, Cube.Sum> byCell = new HashMap<>();
        Map<String, Integer> reporting = Map.of();
        if (read.release().isPresent()) {
            Cube.Slice slice =
                    new Cube.Slice(read.dataset().id(), read.release().get().key(), combinations, areas);
            Frequency frequency = periods.frequency();
            for (Cube.Sum sum : cube.sums(slice, frequency, periods.first(), periods.last())) {
                byCell.put(new Cell(sum.area(), Period.containing(frequency, sum.period())), sum);
            }
            reporting = cube.reportingSeries(slice);
        }
        return new Sums(read.dataset(), combinations.size(), byCell, reporting);
    }

    /** Every combination of the codes that an indicator names, dimension by dimension in the data set's order. */
    private static List<String> combinations(DatasetDefined dataset, IndicatorDefined.Selection selection) {
        List<String> combinations = List.of("");
        for (int i = 0; i < dataset.dimensions().size(); i++) {
            List<String> codes =
                    selection.filters().get(dataset.dimensions().get(i).id());
            String separator = i == 0 ? "" : "|";
            combinations = combinations.stream()
                    .flatMap(begun -> codes.stream().map(code -> begun + separator + code))
                    .toList();
        }
        return combinations;
    }

    private static PeriodRange years(PeriodRange periods) {
        return new PeriodRange(
                Period.ofYear(periods.first().year()),
                Period.ofYear(periods.last().year()));
    }

    private static Measure measure(
            IndicatorDefined indicator, Territory territory, Period period, Sums counts, Optional<Sums> populations) {
        Optional<Cube.Sum> sum = counts.find(territory, period).filter(found -> found.value() != null);
        Optional<Long> population = populations.flatMap(sums -> sums.find(territory, Period.ofYear(period.year()))
                .map(Cube.Sum::value)
                .filter(people -> people > 0));
        EnumSet<ObsStatus> statuses = EnumSet.of(ObsStatus.A);
        Measure.Reason reason = null;
        if (sum.isEmpty()) {
            reason = Measure.Reason.NO_DATA;
        } else if (sum.get().codes() < counts.codes()) {
            reason = Measure.Reason.INCOMPLETE_CODES;
        } else if (populations.isPresent() && population.isEmpty()) {
            reason = Measure.Reason.NO_POPULATION;
        }
        sum.map(Cube.Sum::status).ifPresent(statuses::add);
        Double value = null;
        Interval interval = null;
        if (reason == null) {
            double factor =
                    population.map(people -> indicator.per() / (double) people).orElse(1.0);
            value = sum.get().value() * factor;
            interval = Interval.ofCount(sum.get().value()).times(factor);
            if (sum.get().value() < SMALL_COUNT || population.orElse(Long.MAX_VALUE) < SMALL_POPULATION) {
                statuses.add(ObsStatus.U);
            }
        } else {
            statuses.add(ObsStatus.O);
        }
        ObsStatus status = List.copyOf(statuses).getLast();
        statuses.remove(status);
        statuses.remove(ObsStatus.A);
        return new Measure(
                territory,
                period,
                sum.map(Cube.Sum::value).orElse(null),
                population.orElse(null),
                value,
                interval,
                status,
                List.copyOf(statuses),
                sum.map(found -> found.periods() * counts.dataset().frequency().months())
                        .orElse(0),
                sum.map(Cube.Sum::cells).orElse(0),
                counts.expectedCells(territory, period),
                reason);
    }
}
