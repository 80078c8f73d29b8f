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
import cl.observatory.query.release.Releases;
import cl.observatory.query.territory.Boundaries;
import cl.observatory.query.territory.Territories.Territory;
import cl.observatory.query.time.PeriodRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
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

    public static final int MOST_VALUES = 5_000;

    private final Cube cube;
    private final Populations populations;
    private final Reads reads;
    private final CellAttributes attributes;
    private final Breaks breaks;
    private final Divisions divisions;

    Measures(
            Cube cube,
            Populations populations,
            Reads reads,
            CellAttributes attributes,
            Breaks breaks,
            Divisions divisions) {
        this.cube = cube;
        this.populations = populations;
        this.reads = reads;
        this.attributes = attributes;
        this.breaks = breaks;
        this.divisions = divisions;
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
     * @param breaks of the data sets that were read, and of the territories in the division asked for
     */
    public record Measured(
            List<Measure> measures,
            Read numerator,
            Optional<Read> denominator,
            List<Break> breaks,
            Boundaries boundaries) {

        /** The same, of some of the values. */
        public Measured keeping(Predicate<Measure> some) {
            return new Measured(measures.stream().filter(some).toList(), numerator, denominator, breaks, boundaries);
        }

        /** The ids of the releases that were read. */
        public List<UUID> releases() {
            return Stream.concat(Stream.of(numerator), denominator.stream())
                    .flatMap(read -> read.release().stream())
                    .map(release -> release.published().releaseId())
                    .toList();
        }
    }

    /**
     * Which territories are read, in which division, and over how long.
     *
     * @param today in Chile
     */
    private record Scope(List<String> areas, Boundaries boundaries, LocalDate today, Window window) {

        /** A day of the division that every period is told in; empty when each is in that of its last day. */
        private Optional<LocalDate> division() {
            return boundaries == Boundaries.current ? Optional.of(today) : Optional.empty();
        }

        private Scope ofOnePeriod() {
            return new Scope(areas, boundaries, today, Window.ONE);
        }
    }

    /** The data set of the numerator, as it stood at an instant. */
    public Read numerator(IndicatorDefined indicator, Instant asOf) {
        return reads.of(indicator.numerator(), asOf);
    }

    /** The data set that counts are divided by, as it stood at an instant; empty but for a rate or a share. */
    public Optional<Read> denominator(IndicatorDefined indicator, Instant asOf) {
        return Optional.ofNullable(indicator.denominator()).map(selection -> reads.of(selection, asOf));
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

    /** In the division of today. */
    public Measured measure(
            IndicatorDefined indicator, List<Territory> territories, PeriodRange periods, Instant asOf) {
        return measure(indicator, territories, periods, new Standpoint(asOf, Boundaries.current));
    }

    /**
     * A value for every territory and period, in that order.
     *
     * @throws ProblemException when there are no values of that frequency, or more than {@value #MOST_VALUES}
     */
    public Measured measure(
            IndicatorDefined indicator, List<Territory> territories, PeriodRange periods, Standpoint standpoint) {
        return measure(indicator, territories, periods, standpoint, MOST_VALUES);
    }

    /** The same over a window. */
    public Measured measure(
            IndicatorDefined indicator,
            List<Territory> territories,
            PeriodRange periods,
            Standpoint standpoint,
            Window window) {
        return measure(indicator, territories, periods, standpoint, MOST_VALUES, window);
    }

    /**
     * The same, for an answer that shows fewer values than it is made of.
     *
     * @param most values that it may be made of
     */
    public Measured measure(
            IndicatorDefined indicator,
            List<Territory> territories,
            PeriodRange periods,
            Standpoint standpoint,
            int most) {
        return measure(indicator, territories, periods, standpoint, most, Window.ONE);
    }

    private Measured measure(
            IndicatorDefined indicator,
            List<Territory> territories,
            PeriodRange periods,
            Standpoint standpoint,
            int most,
            Window window) {
        Instant asOf = standpoint.asOf();
        Boundaries boundaries = standpoint.boundaries();
        Read numerator = numerator(indicator, asOf);
        check(territories, periods, numerator.dataset(), most);
        Optional<Read> denominator = isOfItself(indicator) ? Optional.of(numerator) : denominator(indicator, asOf);
        List<String> areas = territories.stream().map(Territory::code).toList();
        Scope scope = new Scope(areas, boundaries, divisions.today(), window);
        Formula formula = formula(indicator, numerator, denominator, scope, periods);
        List<Break> known =
                new ArrayList<>(divisions.breaks(areas, numerator.dataset(), periods.frequency(), boundaries));
        Stream.concat(Stream.of(numerator), denominator.stream())
                .flatMap(read -> breaks.of(read.dataset().id(), asOf).stream())
                .distinct()
                .forEach(known::add);
        List<Measure> measures = new ArrayList<>();
        for (Territory territory : territories) {
            List<Measure> series = new ArrayList<>();
            for (Period period : periods.periods()) {
                Measure measure = formula.measure(territory, period);
                series.add(divisions.holds(territory, period, boundaries) ? measure : measure.elsewhere());
            }
            known.stream().filter(each -> each.isOf(territory.code())).forEach(each -> mark(each, series));
            measures.addAll(series);
        }
        return new Measured(measures, numerator, denominator, known, boundaries);
    }

    /** Whether both sides are of one data set: they are then of one release, whatever becomes visible meanwhile. */
    private static boolean isOfItself(IndicatorDefined indicator) {
        return indicator.denominator() != null
                && indicator
                        .denominator()
                        .dataset()
                        .equals(indicator.numerator().dataset());
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
        if (periods.frequency().months() < dataset.frequency().months()) {
            parameters.refuse(
                    "period", "FREQUENCY_NOT_AVAILABLE", dataset.frequency().name());
        }
        if ((long) territories.size() * periods.periods().size() > most) {
            parameters.refuse("period", "TOO_MANY_VALUES", Integer.toString(most));
        }
        parameters.check(QueryProblem.INVALID_QUESTION);
    }

    private Formula formula(
            IndicatorDefined indicator, Read numerator, Optional<Read> denominator, Scope scope, PeriodRange periods) {
        Optional<Cube.Slice> counted = slice(numerator, indicator.numerator(), scope);
        return new Formula(
                indicator,
                sums(numerator, indicator.numerator(), counted, periods, scope),
                denominator.map(read -> denominator(indicator, read, scope, counted, periods)),
                numerator.dataset().hasEstimates()
                        ? counted.map(slice ->
                                        attributes.of(slice, periods.frequency(), periods.first(), periods.last()))
                                .orElse(Map.of())
                        : Map.of());
    }

    private Denominator denominator(
            IndicatorDefined indicator, Read read, Scope scope, Optional<Cube.Slice> counted, PeriodRange periods) {
        if (indicator.tellsShare()) {
            return whole(read, indicator, scope, counted, periods);
        }
        PeriodRange years = years(scope.window().reach(periods));
        return people(read, indicator.denominator(), scope.ofOnePeriod(), counted, years);
    }

    private Whole whole(
            Read read, IndicatorDefined indicator, Scope scope, Optional<Cube.Slice> counted, PeriodRange periods) {
        Optional<Cube.Slice> whole = slice(read, indicator.denominator(), scope);
        return new Whole(
                sums(read, indicator.denominator(), whole, periods, scope),
                Boolean.TRUE.equals(indicator.partOfWhole()),
                whole.isEmpty() || counted.isEmpty()
                        ? Set.of()
                        : populations.unequal(
                                whole.get(),
                                counted.get(),
                                stretch(read.dataset(), periods, scope.window()),
                                periods.first(),
                                periods.last()));
    }

    private People people(
            Read read,
            IndicatorDefined.Selection selection,
            Scope scope,
            Optional<Cube.Slice> counted,
            PeriodRange years) {
        Optional<Cube.Slice> people = slice(read, selection, scope);
        Sums sums = sums(read, selection, people, years, scope);
        if (people.isEmpty() || counted.isEmpty()) {
            return new People(sums, Map.of(), Set.of());
        }
        return new People(
                sums,
                populations.heard(people.get(), counted.get(), years.first(), years.last()),
                populations.unknown(people.get(), counted.get(), years.first(), years.last()));
    }

    private static Optional<Cube.Slice> slice(Read read, IndicatorDefined.Selection selection, Scope scope) {
        return read.release()
                .map(release -> new Cube.Slice(
                        read.dataset(),
                        release.key(),
                        combinations(read.dataset(), selection),
                        scope.areas(),
                        scope.boundaries()));
    }

    private Sums sums(
            Read read,
            IndicatorDefined.Selection selection,
            Optional<Cube.Slice> slice,
            PeriodRange periods,
            Scope scope) {
        return new Sums(
                read.dataset(),
                combinations(read.dataset(), selection).size(),
                periods.frequency(),
                scope.division(),
                scope.window(),
                slice.map(found -> sums(found, read.dataset(), periods, scope.window()))
                        .orElse(List.of()),
                slice.map(cube::reporting).orElse(List.of()));
    }

    /** As they are stored, by the data set's frequency and by year; or added up over time first. */
    private List<Cube.Sum> sums(Cube.Slice slice, DatasetDefined dataset, PeriodRange periods, Window window) {
        boolean isStored = isStored(dataset, periods);
        if (!Sums.addsUpOver(dataset, window) || (!isStored && !dataset.addsUp())) {
            return List.of();
        }
        return isStored && window.periods() == 1
                ? cube.sums(slice, periods.frequency(), periods.first(), periods.last())
                : cube.sums(slice, stretch(dataset, periods, window), periods.first(), periods.last());
    }

    private static boolean isStored(DatasetDefined dataset, PeriodRange periods) {
        return periods.frequency() == dataset.frequency() || periods.frequency() == Frequency.A;
    }

    private static Cube.Stretch stretch(DatasetDefined dataset, PeriodRange periods, Window window) {
        return new Cube.Stretch(
                isStored(dataset, periods) ? periods.frequency() : dataset.frequency(), window.periods());
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
