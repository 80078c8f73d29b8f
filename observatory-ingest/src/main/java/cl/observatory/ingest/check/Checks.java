package cl.observatory.ingest.check;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.classification.Classifications;
import cl.observatory.ingest.dataset.Datasets;
import cl.observatory.ingest.territory.Territories;
import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules of data sets, and what they find in a file. */
@ApplicationScoped
public class Checks {

    /** In which the periods of the figures begin. */
    private static final ZoneId CHILE = ZoneId.of("America/Santiago");

    private final CheckPlanRepository repository;
    private final Datasets datasets;
    private final Territories territories;
    private final Classifications classifications;
    private final Clock clock;

    Checks(
            CheckPlanRepository repository,
            Datasets datasets,
            Territories territories,
            Classifications classifications,
            Clock clock) {
        this.repository = repository;
        this.datasets = datasets;
        this.territories = territories;
        this.classifications = classifications;
        this.clock = clock;
    }

    /**
     * Stores the rules of a data set as their next version. Equal rules change nothing.
     *
     * @param expectedVersion the version that the caller saw, empty when it says nothing
     * @throws ProblemException when there is no such data set, a rule does not fit it, or the version is stale or missing
     */
    @Transactional
    ChecksView define(String datasetId, List<CheckRule> rules, Optional<Long> expectedVersion, String principal) {
        datasets.checkOwn(datasetId);
        DatasetDefined dataset = datasets.lock(datasetId).definition();
        List<Fault> faults = new RuleFaults(dataset, territories, classifications).of(rules);
        if (!faults.isEmpty()) {
            throw new ProblemException(IngestProblem.DEFINITION_INVALID).withFaults(faults);
        }
        Optional<CheckPlan> standing = repository.findLatest(datasetId);
        long version = standing.map(CheckPlan::version).orElse(0L);
        if (standing.isPresent() && standing.get().rules().equals(rules)) {
            return new ChecksView(datasetId, version, rules);
        }
        if (standing.isPresent() && expectedVersion.isEmpty()) {
            throw new ProblemException(IngestProblem.VERSION_REQUIRED, Long.toString(version));
        }
        if (expectedVersion.isPresent() && expectedVersion.get() != version) {
            throw new ProblemException(IngestProblem.VERSION_STALE, Long.toString(version));
        }
        repository.store(new CheckPlan(datasetId, version + 1, rules, principal, clock.instant()), datasetId);
        return new ChecksView(datasetId, version + 1, rules);
    }

    /**
     * @throws ProblemException when there is no such data set
     */
    @Transactional
    ChecksView get(String datasetId) {
        DatasetDefined dataset = datasets.getOwn(datasetId).definition();
        return repository
                .findLatest(datasetId)
                .map(plan -> new ChecksView(datasetId, plan.version(), plan.rules()))
                .orElseGet(() -> new ChecksView(datasetId, 0, DefaultRules.of(dataset)));
    }

    /**
     * Runs the rules of the data set over the cells of a file. They lie in the session-temporary tables {@code
     * staged_series}, {@code staged_cell}, {@code current_cell} and {@code earlier_cell} of the connection, in whose transaction this happens.
     *
     * @param full whether cells that the file does not state cease to be
     * @param retrievedAt when the file was taken from its publisher
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public CheckReport run(Connection connection, DatasetDefined dataset, boolean full, Instant retrievedAt)
            throws SQLException {
        ChecksView plan = get(dataset.id());
        List<Finding> findings = new ArrayList<>();
        if (!plan.rules().isEmpty()) {
            LocalDate retrievedOn = LocalDate.ofInstant(retrievedAt, CHILE);
            try (ComparedCells cells = ComparedCells.open(connection, dataset, territories, full)) {
                for (CheckRule rule : plan.rules()) {
                    findings.addAll(new CheckRun(cells, classifications, retrievedOn).of(rule));
                }
            }
        }
        return new CheckReport(plan.version(), findings);
    }
}
