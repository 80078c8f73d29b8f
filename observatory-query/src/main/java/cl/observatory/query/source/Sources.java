package cl.observatory.query.source;

import cl.observatory.events.reference.SourceDefined;
import cl.observatory.events.reference.SourceObserved;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.StoredJson;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.answer.WarningCode;
import cl.observatory.query.memory.Generation;
import cl.observatory.query.memory.Memory;
import cl.observatory.query.release.Releases;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The register of sources, with how each of them stands at the moment it is asked for. */
@ApplicationScoped
public class Sources {

    /** An id that may exist. */
    static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");

    private static final ZoneId CHILE = ZoneId.of("America/Santiago");

    private static final String FEEDING = """
            select definition from source
            where exists (select from jsonb_array_elements(definition -> 'feeds') feed
                          where feed ->> 'dataset' = any (:datasets))
            order by id
            """;

    private static final String OBSERVED =
            "select observation from source_observation where dataset_id = any (:datasets)";

    /** Combinations of data sets that answers are made from. */
    private static final int REMEMBERED = 500;

    private final Jdbi jdbi;
    private final Releases releases;
    private final Clock clock;
    private final Memory<Set<String>, List<SourceDefined>> feeding;
    private final Memory<List<String>, Map<String, SourceObserved>> observed;

    Sources(Jdbi jdbi, Releases releases, Clock clock, Generation generation) {
        this.jdbi = jdbi;
        this.releases = releases;
        this.clock = clock;
        this.feeding = new Memory<>(generation, REMEMBERED);
        this.observed = new Memory<>(generation, REMEMBERED);
    }

    /** A source with how it stands with each data set. */
    record Status(SourceDefined source, List<FeedStatus> feeds) {

        /** The feed that stands worst. */
        FeedStatus worst() {
            return feeds.stream().min(Comparator.comparing(FeedStatus::state)).orElseThrow();
        }
    }

    List<Status> list() {
        List<SourceDefined> sources =
                jdbi.withHandle(handle -> handle.createQuery("select definition from source order by id")
                        .map((row, context) -> StoredJson.read(row.getString(1), SourceDefined.class))
                        .list());
        return statuses(sources, this::published);
    }

    /**
     * @throws ProblemException when there is none of that id
     */
    Status get(String id) {
        SourceDefined source = jdbi.withHandle(
                        handle -> handle.createQuery("select definition from source where id = :id")
                                .bind("id", id)
                                .map((row, context) -> StoredJson.read(row.getString(1), SourceDefined.class))
                                .findOne())
                .orElseThrow(() -> new ProblemException(QueryProblem.UNKNOWN_SOURCE, id));
        return statuses(List.of(source), this::published).getFirst();
    }

    /**
     * What to know of the sources of an answer: that one is late, or that its files have changed their shape. Nothing for
     * an answer of an earlier day, which is the same whenever it is asked for.
     *
     * @param asOf null for the present
     */
    public List<Warning> warnings(Collection<SourceView> read, Instant asOf, Locale language) {
        if (asOf != null || read.isEmpty()) {
            return List.of();
        }
        Map<String, Optional<String>> published = new HashMap<>();
        read.forEach(source -> published.put(
                source.dataset(), Optional.ofNullable(source.release()).map(SourceView.PinnedRelease::lastPeriod)));
        List<SourceDefined> sources = feeding.get(Set.copyOf(published.keySet()), this::feeding);
        return statuses(sources, dataset -> published.getOrDefault(dataset, Optional.empty())).stream()
                .flatMap(status -> status.feeds().stream()
                        .filter(feed -> published.containsKey(feed.feed().dataset()))
                        .flatMap(feed -> warning(status.source(), feed, language).stream()))
                .distinct()
                .toList();
    }

    private List<SourceDefined> feeding(Set<String> datasets) {
        return jdbi.withHandle(handle -> handle.createQuery(FEEDING)
                .bindArray("datasets", String.class, datasets)
                .map((row, context) -> StoredJson.read(row.getString(1), SourceDefined.class))
                .list());
    }

    private static Optional<Warning> warning(SourceDefined source, FeedStatus feed, Locale language) {
        Optional<WarningCode> code = switch (feed.state()) {
            case LATE -> Optional.of(WarningCode.SOURCE_LATE);
            case CHANGED_SHAPE -> Optional.of(WarningCode.SOURCE_CHANGED_SHAPE);
            case NEVER_DELIVERED, ON_TIME -> Optional.empty();
        };
        return code.map(found -> Warning.of(
                found,
                language,
                feed.feed().dataset(),
                source.publisher(),
                feed.since().atZone(CHILE).toLocalDate().toString()));
    }

    private Optional<String> published(String dataset) {
        return releases.find(dataset, null).map(release -> release.published().lastPeriod());
    }

    private List<Status> statuses(List<SourceDefined> sources, Function<String, Optional<String>> published) {
        if (sources.isEmpty()) {
            return List.of();
        }
        List<String> datasets = sources.stream()
                .flatMap(source -> source.feeds().stream())
                .map(SourceDefined.Feed::dataset)
                .distinct()
                .toList();
        Map<String, SourceObserved> observed = this.observed.get(datasets, this::observed);
        Map<String, Optional<String>> lastPeriods =
                datasets.stream().collect(Collectors.toMap(Function.identity(), published));
        Instant now = clock.instant();
        return sources.stream()
                .map(source -> new Status(
                        source,
                        source.feeds().stream()
                                .map(feed -> FeedStatus.of(
                                        feed,
                                        Timetable.of(source),
                                        observed.get(key(feed.dataset(), feed.profile())),
                                        lastPeriods.get(feed.dataset()),
                                        now))
                                .toList()))
                .toList();
    }

    private Map<String, SourceObserved> observed(List<String> datasets) {
        return jdbi
                .withHandle(handle -> handle.createQuery(OBSERVED)
                        .bindArray("datasets", String.class, datasets)
                        .map((row, context) -> StoredJson.read(row.getString(1), SourceObserved.class))
                        .list())
                .stream()
                .collect(Collectors.toMap(seen -> key(seen.dataset(), seen.profile()), Function.identity()));
    }

    private static String key(String dataset, String profile) {
        return dataset + " " + profile;
    }
}
