package cl.observatory.ingest.breaks;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.outbox.Outbox;
import cl.observatory.events.reference.BreaksDefined;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.ingest.IngestEvents;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.audit.Action;
import cl.observatory.ingest.audit.Audit;
import cl.observatory.ingest.dataset.Datasets;
import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Definition of breaks. A version of a list and the event that tells of it share one transaction. */
@ApplicationScoped
public class Breaks {

    private final BreakListRepository repository;
    private final Datasets datasets;
    private final DataSource dataSource;
    private final Clock clock;
    private final Audit audit;

    Breaks(BreakListRepository repository, Datasets datasets, DataSource dataSource, Clock clock, Audit audit) {
        this.repository = repository;
        this.datasets = datasets;
        this.dataSource = dataSource;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Defines the list of a data set's breaks, or changes it when the caller names the version that stands. An equal list
     * changes nothing.
     *
     * @param expectedVersion the version that the caller saw, empty when it says nothing
     * @throws ProblemException when the caller may not, there is no such data set, a break does not fit it, or the version
     *     is stale or missing
     */
    @Transactional
    BreaksDefined define(String datasetId, NewBreaks asked, Optional<Long> expectedVersion, String principal)
            throws SQLException {
        datasets.checkOwn(datasetId);
        check(datasets.lock(datasetId).definition(), asked);
        Optional<BreaksDefined> standing = repository.findLatest(datasetId).map(BreakList::definition);
        if (standing.isPresent()
                && asked.definition(
                                datasetId,
                                standing.get().version(),
                                standing.get().definedAt())
                        .equals(standing.get())) {
            return standing.get();
        }
        checkVersion(standing, expectedVersion);
        BreaksDefined definition = asked.definition(
                datasetId,
                standing.map(BreaksDefined::version).orElse(0L) + 1,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        repository.persistAndFlush(new BreakList(definition, principal));
        try (Connection connection = dataSource.getConnection()) {
            Outbox.add(
                    connection,
                    Topics.REFERENCE,
                    Event.of(
                            UUID.randomUUID(),
                            IngestEvents.SOURCE,
                            BreaksDefined.TYPE,
                            datasetId,
                            definition.definedAt(),
                            definition));
        }
        audit.record(
                Action.BREAKS_CHANGED,
                datasetId,
                "datasets/" + datasetId + "/breaks",
                null,
                Map.of("version", Long.toString(definition.version())));
        return definition;
    }

    private static void checkVersion(Optional<BreaksDefined> standing, Optional<Long> expected) {
        String version = Long.toString(standing.map(BreaksDefined::version).orElse(0L));
        if (standing.isPresent() && expected.isEmpty()) {
            throw new ProblemException(IngestProblem.VERSION_REQUIRED, version);
        }
        if (expected.isPresent() && !version.equals(expected.get().toString())) {
            throw new ProblemException(IngestProblem.VERSION_STALE, version);
        }
    }

    private static void check(DatasetDefined dataset, NewBreaks asked) {
        List<Fault> faults = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < asked.breaks().size(); i++) {
            NewBreaks.Break each = asked.breaks().get(i);
            boolean fits = Period.parse(each.period())
                    .filter(period -> period.frequency() == Frequency.A || period.frequency() == dataset.frequency())
                    .isPresent();
            if (!fits) {
                faults.add(Fault.inBody(
                        "/breaks/" + i + "/period",
                        "NOT_A_PERIOD_OF_IT",
                        each.period(),
                        dataset.frequency().name()));
            } else if (!taken.add(each.period() + each.type())) {
                faults.add(Fault.inBody(
                        "/breaks/" + i,
                        "BREAK_TWICE",
                        each.period(),
                        each.type().name()));
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(IngestProblem.DEFINITION_INVALID).withFaults(faults);
        }
    }
}
