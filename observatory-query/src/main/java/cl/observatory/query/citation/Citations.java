package cl.observatory.query.citation;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.problem.Fault;
import cl.observatory.problem.Parameters;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.answer.Address;
import cl.observatory.query.answer.Citable;
import cl.observatory.query.answer.CitedAnswer;
import cl.observatory.query.dataset.Datasets;
import cl.observatory.query.measure.Method;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Makes citations and finds them again. The same answer cited twice is one citation. */
@ApplicationScoped
class Citations {

    /** More of a release is cited as the release. */
    static final int MOST_VALUES = 10_000;

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration LATER = Duration.ofHours(1);

    private final List<Citable> kinds;
    private final CitationRepository repository;
    private final Datasets datasets;
    private final CitationsConfig config;
    private final Clock clock;

    Citations(
            @All List<Citable> kinds,
            CitationRepository repository,
            Datasets datasets,
            CitationsConfig config,
            Clock clock) {
        this.kinds = kinds;
        this.repository = repository;
        this.datasets = datasets;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param isNew false when the same answer was cited before
     */
    record Made(Citation citation, boolean isNew) {}

    /**
     * @param question address of the question
     * @throws ProblemException when it is none that can be cited, or has no answer
     */
    Made cite(String question) {
        Parameters faults = new Parameters();
        Address asked = Address.read(faults, "question", question);
        faults.check(QueryProblem.INVALID_QUESTION);
        while (true) {
            Citation citation = citation(answer(asked));
            Optional<Citation> same = repository.findSame(citation);
            if (same.isPresent()) {
                return new Made(get(same.get().id()), false);
            }
            checkNumber();
            // otherwise it was made meanwhile, or a release was removed and the answer is another one now
            if (repository.keep(citation)) {
                return new Made(citation, true);
            }
        }
    }

    /**
     * @throws ProblemException when there is none of that id, or what it told must not be told any more
     */
    Citation get(UUID id) {
        Citation citation = repository
                .find(id)
                .orElseThrow(() -> new ProblemException(QueryProblem.UNKNOWN_CITATION, id))
                .citation();
        if (citation == null) {
            throw new ProblemException(QueryProblem.CITATION_ERASED, id);
        }
        citation.content().sources().stream()
                .map(CitedSource::dataset)
                .filter(dataset -> hiddenBelow(dataset)
                        > citation.content().smallCountsBelow().getOrDefault(dataset, 0))
                .findFirst()
                .ifPresent(stricter -> {
                    throw new ProblemException(QueryProblem.CITATION_HIDDEN, id, stricter);
                });
        return citation;
    }

    /**
     * How the same question is answered now, by everything that is known.
     *
     * @throws ProblemException when it cannot be answered any more
     */
    CitedAnswer answerNow(Citation citation) {
        Parameters faults = new Parameters();
        Address asked = Address.read(faults, "question", citation.question());
        faults.check(QueryProblem.INVALID_QUESTION);
        return answer(asked.without("asOf"));
    }

    private CitedAnswer answer(Address asked) {
        Citable kind = kinds.stream()
                .filter(each -> each.path().matcher(asked.path()).matches())
                .findFirst()
                .orElseThrow(() -> new ProblemException(QueryProblem.INVALID_QUESTION)
                        .withFaults(List.of(Fault.inParameter("question", "NOT_CITABLE"))));
        Parameters faults = new Parameters();
        asked.parameters().keySet().stream()
                .filter(name -> !kind.parameters().contains(name))
                .forEach(name -> faults.refuse(name, "NOT_CITED_BY", names(kind)));
        faults.check(QueryProblem.INVALID_QUESTION);
        return kind.answer(kind.path().matcher(asked.path()).replaceFirst("$1"), asked, MOST_VALUES);
    }

    private static String names(Citable kind) {
        return String.join(", ", kind.parameters().stream().sorted().toList());
    }

    private Citation citation(CitedAnswer answer) {
        List<CitedSource> sources = CitedSource.of(answer.sources());
        Parameters faults = new Parameters();
        if (sources.isEmpty() || answer.values().isEmpty()) {
            faults.refuse("question", "NOTHING_TO_CITE");
        } else if (answer.values().size() > MOST_VALUES) {
            faults.refuse("question", "TOO_MANY_VALUES", Integer.toString(MOST_VALUES));
        }
        faults.check(QueryProblem.INVALID_QUESTION);
        Map<String, Integer> hidden = new TreeMap<>();
        sources.forEach(source -> hidden.put(source.dataset(), hiddenBelow(source.dataset())));
        return Citation.of(
                answer.asked().toString(),
                Method.VERSION,
                new Citation.Content(answer.title(), answer.unit(), answer.columns(), answer.values(), sources, hidden),
                clock.instant());
    }

    private int hiddenBelow(String dataset) {
        DatasetDefined defined = datasets.get(dataset);
        return defined.hidesSmallCounts() ? defined.smallCountsBelow() : 0;
    }

    private void checkNumber() {
        if (repository.countSince(clock.instant().minus(DAY)) >= config.mostPerDay()) {
            throw new ProblemException(QueryProblem.TOO_MANY_CITATIONS)
                    .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(LATER.toSeconds()));
        }
    }
}
