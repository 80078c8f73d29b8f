package cl.observatory.query.measure;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.problem.Parameters;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.breaks.Break;
import cl.observatory.query.breaks.Breaks;
import cl.observatory.query.cube.CellAttributes;
import cl.observatory.query.cube.Cube;
import cl.observatory.query.cube.Populations;
import cl.observatory.query.dataset.Datasets;
import cl.observatory.query.release.Releases;
import cl.observatory.query.territory.Territories.Territory;
import cl.observatory.query.time.PeriodRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Computes values of indicators, by the rules of {@code docs/method.md}. */
@ApplicationScoped
public class Measures {

    private static final int MOST_VALUES = 5_000;

    private final Cube cube;
    private final Populations populations;
    private final Datasets datasets;
    private final Releases releases;
    private final CellAttributes attributes;
    private final Breaks breaks;

    Measures(
            Cube cube,
            Populations populations,
            Datasets datasets,
            Releases releases,
            CellAttributes attributes,
            Breaks breaks) {
        this.cube = cube;
        this.populations = populations;
        this.datasets = datasets;
        this.releases = releases;
        this.attributes = attributes;
        this.breaks = breaks;
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
     * @param denominator empty but for a rate or a share
     * @param breaks of the data sets that were read
     */
    public record Measured(List<Measure> measures, Read numerator, Optional<Read> denominator, List<Break> breaks) {

        /** The same, of some of the values. */
        public Measured keeping(Predicate<Measure> some) {
            return new Measured(measures.stream().filter(some).toList(), numerator, denominator, breaks);
        }

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

    /** The data set that counts are divided by, as it stood at an instant; empty but for a rate or a share. */
    public Optional<Read> denominator(IndicatorDefined indicator, Instant asOf) {
        return Optional.ofNullable(indicator.denominator()).map(selection -> read(selection, asOf));
    }

    /**
     * The period that answers about the present are about; empty without a release.
     *
     * @see Span#latestComplete
     */
    public Optional<PeriodRange> latestComplete(IndicatorDefined indicator, Instant asOf) {
        return Span.of(numerator(indicator, asOf))
                .map(span -> span.latestComplete(denominator(indicator, asOf).flatMap(Span::of)))
                .map(period -> new PeriodRange(period, period));
    }

    /**
     * A value for every territory and period, in that order.
     *
     * @param periods of the data set's frequency, or years
     * @param asOf null for the present
     * @throws ProblemException when there are no values of that frequency, or more than {@value #MOST_VALUES}
     */
    public Measured measure(
            IndicatorDefined indicator, List<Territory> territories, PeriodRange periods, Instant asOf) {
        return measure(indicator, territories, periods, asOf, MOST_VALUES);
    }

    /**
     * The same, for an answer that shows fewer values than it is made of.
     *
     * @param most values that it may be made of
     */
    public Measured measure(
            IndicatorDefined indicator, List<Territory> territories, PeriodRange periods, Instant asOf, int most) {
        Read numerator = numerator(indicator, asOf);
        check(territories, periods, numerator.dataset(), most);
        Optional<Read> denominator = denominator(indicator, asOf);
        List<String> areas = territories.stream().map(Territory::code).toList();
        Formula formula = formula(indicator, numerator, denominator, areas, periods);
        List<Break> known = Stream.concat(Stream.of(numerator), denominator.stream())
                .flatMap(read -> breaks.of(read.dataset().id(), asOf).stream())
                .distinct()
                .toList();
        List<Measure> measures = new ArrayList<>();
        for (Territory territory : territories) {
            List<Measure> series = new ArrayList<>();
            for (Period period : periods.periods()) {
                series.add(formula.measure(territory, period));
            }
            known.forEach(each -> mark(each, series));
            measures.addAll(series);
        }
        return new Measured(measures, numerator, denominator, known);
    }

    /** The first value after a break bears it; a break of before the series has its point elsewhere. */
    private static void mark(Break each, List<Measure> series) {
        Period point = each.point(series.getFirst().period().frequency());
        if (point.compareTo(series.getFirst().period()) < 0) {
            return;
        }
        for (int i = 0; i < series.size(); i++) {
            Measure measure = series.get(i);
            if (measure.value() != null && measure.period().compareTo(point) >= 0) {
                series.set(i, measure.broken());
                return;
            }
        }
    }

    private static void check(List<Territory> territories, PeriodRange periods, DatasetDefined dataset, int most) {
        Parameters parameters = new Parameters();
        if (periods.frequency() != dataset.frequency() && periods.frequency() != Frequency.A) {
            parameters.refuse(
                    "period", "FREQUENCY_NOT_AVAILABLE", dataset.frequency().name());
        }
        if ((long) territories.size() * periods.periods().size() > most) {
            parameters.refuse("period", "TOO_MANY_VALUES", Integer.toString(most));
        }
        parameters.check(QueryProblem.INVALID_QUESTION);
    }

    private Read read(IndicatorDefined.Selection selection, Instant asOf) {
        return new Read(datasets.get(selection.dataset()), releases.find(selection.dataset(), asOf));
    }

    private Formula formula(
            IndicatorDefined indicator,
            Read numerator,
            Optional<Read> denominator,
            List<String> areas,
            PeriodRange periods) {
        Optional<Cube.Slice> counted = slice(numerator, indicator.numerator(), areas);
        return new Formula(
                indicator,
                sums(numerator, indicator.numerator(), counted, periods),
                denominator.map(read -> denominator(indicator, read, areas, counted, periods)),
                numerator.dataset().hasEstimates()
                        ? counted.map(slice ->
                                        attributes.of(slice, periods.frequency(), periods.first(), periods.last()))
                                .orElse(Map.of())
                        : Map.of());
    }

    private Denominator denominator(
            IndicatorDefined indicator,
            Read read,
            List<String> areas,
            Optional<Cube.Slice> counted,
            PeriodRange periods) {
        if (!indicator.tellsShare()) {
            return people(read, indicator.denominator(), areas, counted, years(periods));
        }
        return whole(read, indicator, areas, counted, periods);
    }

    private Whole whole(
            Read read,
            IndicatorDefined indicator,
            List<String> areas,
            Optional<Cube.Slice> counted,
            PeriodRange periods) {
        Optional<Cube.Slice> whole = slice(read, indicator.denominator(), areas);
        return new Whole(
                sums(read, indicator.denominator(), whole, periods),
                Boolean.TRUE.equals(indicator.partOfWhole()),
                whole.isEmpty() || counted.isEmpty()
                        ? Set.of()
                        : populations.unequal(
                                whole.get(),
                                counted.get(),
                                read.dataset().level(),
                                periods.frequency(),
                                periods.first(),
                                periods.last()));
    }

    private People people(
            Read read,
            IndicatorDefined.Selection selection,
            List<String> areas,
            Optional<Cube.Slice> counted,
            PeriodRange years) {
        Optional<Cube.Slice> people = slice(read, selection, areas);
        Sums sums = sums(read, selection, people, years);
        if (people.isEmpty() || counted.isEmpty()) {
            return new People(sums, Map.of(), Set.of());
        }
        return new People(
                sums,
                populations.heard(people.get(), counted.get(), years.first(), years.last()),
                populations.unknown(people.get(), counted.get(), years.first(), years.last()));
    }

    private static Optional<Cube.Slice> slice(Read read, IndicatorDefined.Selection selection, List<String> areas) {
        return read.release()
                .map(release -> new Cube.Slice(
                        read.dataset().id(), release.key(), combinations(read.dataset(), selection), areas));
    }

    private Sums sums(
            Read read, IndicatorDefined.Selection selection, Optional<Cube.Slice> slice, PeriodRange periods) {
        return new Sums(
                read.dataset(),
                combinations(read.dataset(), selection).size(),
                periods.frequency(),
                slice.map(found -> cube.sums(found, periods.frequency(), periods.first(), periods.last()))
                        .orElse(List.of()),
                slice.map(cube::reporting).orElse(List.of()));
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
}
