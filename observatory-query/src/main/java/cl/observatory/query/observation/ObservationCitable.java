package cl.observatory.query.observation;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Period;
import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.answer.Address;
import cl.observatory.query.answer.Citable;
import cl.observatory.query.answer.CitedAnswer;
import cl.observatory.query.answer.Words;
import cl.observatory.query.classification.CodeRef;
import cl.observatory.query.dataset.Datasets;
import cl.observatory.query.observation.ObservationsView.ObservationView;
import cl.observatory.query.time.PeriodRange;
import cl.observatory.query.time.Periods;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Slices of data sets, to be cited. */
@ApplicationScoped
class ObservationCitable implements Citable {

    private static final Pattern PATH = Pattern.compile("/v1/datasets/([^/]+)/observations");

    private final Datasets datasets;
    private final ObservationAnswers answers;
    private final Periods periods;

    ObservationCitable(Datasets datasets, ObservationAnswers answers, Periods periods) {
        this.datasets = datasets;
        this.answers = answers;
        this.periods = periods;
    }

    @Override
    public Pattern path() {
        return PATH;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("territory", "level", "within", "period", "dimension", "asOf");
    }

    @Override
    public CitedAnswer answer(String code, Address asked, int most) {
        Parameters faults = new Parameters();
        ObservationQuestion question = new ObservationQuestion.Written(
                        code,
                        asked.one(faults, "territory"),
                        asked.one(faults, "level"),
                        asked.one(faults, "within"),
                        asked.one(faults, "period"),
                        asked.all("dimension"),
                        asked.one(faults, "asOf"),
                        null)
                .read(faults, periods);
        faults.check(QueryProblem.INVALID_QUESTION);

        ObservationsView answer = answers.answer(question, most, null, Language.preferred(null));
        if (answer.page().nextCursor() != null) {
            faults.refuse("question", "TOO_MANY_VALUES", Integer.toString(most));
            faults.check(QueryProblem.INVALID_QUESTION);
        }
        DatasetDefined dataset = datasets.get(code);
        String told = told(answer.items()).map(PeriodRange::toString).orElse("");
        return new CitedAnswer(
                told.isEmpty() ? asked : asked.with("period", told),
                Words.of("citation.title.observations", dataset.title(), told),
                dataset.unit(),
                columns(dataset),
                answer.items().stream().map(item -> value(item, dataset)).toList(),
                answer.sources());
    }

    private static List<String> columns(DatasetDefined dataset) {
        List<String> columns = new ArrayList<>(List.of("REF_AREA", "TIME_PERIOD"));
        dataset.dimensions().forEach(dimension -> columns.add(dimension.id()));
        return columns;
    }

    private static CitedAnswer.Value value(ObservationView item, DatasetDefined dataset) {
        List<String> key = new ArrayList<>(List.of(item.territory().code(), item.period()));
        dataset.dimensions().forEach(dimension -> key.add(codeOf(item, dimension)));
        return new CitedAnswer.Value(key, item.value(), item.status().name());
    }

    private static String codeOf(ObservationView item, DatasetDefined.Dimension dimension) {
        CodeRef code = item.dimensions().get(dimension.id());
        return code.code();
    }

    /** So that what is added behind the last period is no revision. */
    private static Optional<PeriodRange> told(List<ObservationView> items) {
        List<Period> told = items.stream()
                .flatMap(item -> Period.parse(item.period()).stream())
                .sorted()
                .toList();
        return told.isEmpty() ? Optional.empty() : Optional.of(new PeriodRange(told.getFirst(), told.getLast()));
    }
}
