package cl.observatory.ingest.source;

import cl.observatory.events.reference.SourceDefined;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.audit.Action;
import cl.observatory.ingest.audit.Audit;
import cl.observatory.ingest.dataset.Datasets;
import cl.observatory.ingest.profile.Profiles;
import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The register of publishers. A change and the events that tell of it share one transaction. */
@ApplicationScoped
class Sources {

    /** So that two sources that share data sets never wait for each other. */
    private static final Comparator<SourceDefined.Feed> ALWAYS_THE_SAME_WAY_ROUND =
            Comparator.comparing(SourceDefined.Feed::dataset).thenComparing(SourceDefined.Feed::profile);

    private final SourceRepository repository;
    private final Profiles profiles;
    private final Datasets datasets;
    private final SourceWatch watch;
    private final Audit audit;

    Sources(SourceRepository repository, Profiles profiles, Datasets datasets, SourceWatch watch, Audit audit) {
        this.repository = repository;
        this.profiles = profiles;
        this.datasets = datasets;
        this.watch = watch;
        this.audit = audit;
    }

    /**
     * Registers a source, or changes it when the caller names the version that stands. An equal definition changes
     * nothing; one whose profile has a newer version is not equal.
     *
     * @param expectedVersion the version that the caller saw, empty when it says nothing
     * @throws ProblemException when a data set or profile is unknown, the version is stale or missing, or the caller may
     *     not work in a data set that the source feeds or fed
     */
    @Transactional
    SourceDefined define(String id, NewSource asked, Optional<Long> expectedVersion) throws SQLException {
        check(asked);
        List<SourceDefined.Feed> shapes =
                asked.feeds().stream().map(this::shape).toList();
        repository.lockId(id);
        Optional<Source> standing = repository.findLocked(id);
        if (standing.isEmpty()) {
            if (expectedVersion.isPresent()) {
                throw new ProblemException(IngestProblem.UNKNOWN_SOURCE, id);
            }
            SourceDefined definition = asked.definition(id, 1, shapes);
            repository.persistAndFlush(new Source(definition));
            return announce(definition);
        }
        Source source = standing.get();
        source.definition().feeds().forEach(feed -> datasets.checkOwn(feed.dataset()));
        if (asked.definition(id, source.version(), shapes).equals(source.definition())) {
            return source.definition();
        }
        long expected = expectedVersion.orElseThrow(
                () -> new ProblemException(IngestProblem.VERSION_REQUIRED, Long.toString(source.version())));
        if (expected != source.version()) {
            throw new ProblemException(IngestProblem.VERSION_STALE, Long.toString(source.version()));
        }
        source.change(asked.definition(id, source.version() + 1, shapes));
        return announce(source.definition());
    }

    private static void check(NewSource asked) {
        Set<String> seen = new HashSet<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < asked.feeds().size(); i++) {
            NewSource.Feed feed = asked.feeds().get(i);
            if (!seen.add(feed.dataset() + " " + feed.profile())) {
                faults.add(Fault.inBody("/feeds/" + i, "FEED_TWICE", feed.dataset(), feed.profile()));
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(IngestProblem.DEFINITION_INVALID).withFaults(faults);
        }
    }

    private SourceDefined.Feed shape(NewSource.Feed feed) {
        datasets.checkOwn(feed.dataset());
        Profiles.Reading reading = profiles.getLatest(feed.dataset(), feed.profile());
        return new SourceDefined.Feed(
                feed.dataset(),
                feed.profile(),
                reading.version(),
                feed.format() == null ? null : feed.format().name(),
                reading.profile().columnsRequired().stream().sorted().toList());
    }

    private SourceDefined announce(SourceDefined definition) throws SQLException {
        watch.tell(definition);
        for (SourceDefined.Feed feed :
                definition.feeds().stream().sorted(ALWAYS_THE_SAME_WAY_ROUND).toList()) {
            watch.tellLast(feed.dataset(), feed.profile());
        }
        audit.record(
                Action.SOURCE_DEFINED,
                null,
                "sources/" + definition.id(),
                null,
                Map.of("version", Long.toString(definition.version())));
        return definition;
    }
}
