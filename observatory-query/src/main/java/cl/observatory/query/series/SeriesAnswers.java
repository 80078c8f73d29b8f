package cl.observatory.query.series;

import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.problem.Parameters;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.annotation.Annotations;
import cl.observatory.query.answer.IndicatorRef;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.measure.Caveats;
import cl.observatory.query.measure.Change;
import cl.observatory.query.measure.Measures;
import cl.observatory.query.measure.Span;
import cl.observatory.query.measure.Standpoint;
import cl.observatory.query.measure.Updates;
import cl.observatory.query.measure.Window;
import cl.observatory.query.source.Sources;
import cl.observatory.query.territory.TerritorySelection;
import cl.observatory.query.time.PeriodRange;
import cl.observatory.query.time.Periods;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Answers how one indicator goes over time. */
@ApplicationScoped
class SeriesAnswers {

    private final Measures measures;
    private final Periods periods;
    private final Sources sources;
    private final Annotations annotations;
    private final Updates updates;

    SeriesAnswers(Measures measures, Periods periods, Sources sources, Annotations annotations, Updates updates) {
        this.measures = measures;
        this.periods = periods;
        this.sources = sources;
        this.annotations = annotations;
        this.updates = updates;
    }

    /**
     * The periods of an answer.
     *
     * @throws ProblemException when the data set has longer ones than the frequency asked for
     */
    PeriodRange range(IndicatorDefined indicator, SeriesQuestion question) {
        Frequency frequency = question.form().frequency();
        if (frequency == null && question.periods() != null) {
            return question.periods();
        }
        Measures.Read read = measures.numerator(indicator, question.asOf());
        if (frequency != null && frequency.months() < read.dataset().frequency().months()) {
            Parameters parameters = new Parameters();
            parameters.refuse(
                    "frequency",
                    "FREQUENCY_NOT_AVAILABLE",
                    read.dataset().frequency().name());
            parameters.check(QueryProblem.INVALID_QUESTION);
        }
        if (question.periods() != null) {
            return question.periods().in(frequency);
        }
        Optional<Span> span = Span.of(read);
        return frequency == null
                ? span.map(Span::all).orElseGet(periods::thisYear)
                : span.map(whole -> whole.all(frequency))
                        .orElseGet(() -> periods.thisYear().in(frequency));
    }

    /**
     * @param selection of the territories that the question names
     * @throws ProblemException when there are no values of that frequency, or too many
     */
    SeriesView answer(
            IndicatorDefined indicator,
            TerritorySelection selection,
            PeriodRange range,
            SeriesQuestion question,
            Locale language) {
        SeriesForm form = question.form();
        Window window = form.window();
        Function<PeriodRange, Measures.Measured> measure =
                periods -> measures.measure(indicator, selection.found(), periods, question.standpoint(), window);
        Measures.Measured measured = measure.apply(range);
        Optional<Measures.Measured> unseen = form.unseen(range).map(measure);
        while (unseen.isPresent() && !unseen.get().releases().equals(measured.releases())) {
            // a release became visible between the two
            measured = measure.apply(range);
            unseen = form.unseen(range).map(measure);
        }
        Change.Rule rule = new Change.Rule(measured.breaks(), question.acrossBreaks(), window);
        Changes changes = Changes.of(
                measured.measures(),
                unseen.map(Measures.Measured::measures).orElse(List.of()),
                form.change(),
                rule,
                updates.since(
                        indicator,
                        form.updatedAfter(),
                        then -> measures.measure(
                                        indicator,
                                        selection.found(),
                                        range,
                                        new Standpoint(then, form.boundaries()),
                                        window)
                                .measures()));
        Caveats caveats = new Caveats(indicator, measured, language);
        return new SeriesView(
                IndicatorRef.of(indicator),
                range.periods().stream().map(Period::toString).toList(),
                form.change(),
                window.periods(),
                window.annualised(),
                question.asOf(),
                form.boundaries(),
                form.updatedAfter(),
                changes.items(),
                SeriesExplanation.of(indicator, changes.items(), form, range.frequency()),
                annotations.beside(
                        new Annotations.Figures(
                                caveats.sources().stream()
                                        .map(SourceView::dataset)
                                        .toList(),
                                indicator.code(),
                                selection.codes(),
                                window.reach(range).periods(),
                                question.asOf()),
                        language),
                caveats.sources(),
                Stream.of(
                                caveats.warnings(selection.unknown()),
                                crossed(measured, changes, range, window, language),
                                sources.warnings(caveats.sources(), question.asOf(), language))
                        .flatMap(List::stream)
                        .distinct()
                        .toList());
    }

    /** Breaks that lie within a window, or between a value and what it is compared with. */
    private static List<Warning> crossed(
            Measures.Measured measured, Changes changes, PeriodRange range, Window window, Locale language) {
        Period earliest = window.first(Stream.concat(changes.earliest().stream(), Stream.of(range.first()))
                .min(Period::compareTo)
                .orElseThrow());
        return measured.breaks().stream()
                .filter(each -> !measured.measures().isEmpty() && each.parts(earliest, range.last()))
                .map(each -> each.warning(language))
                .toList();
    }
}
