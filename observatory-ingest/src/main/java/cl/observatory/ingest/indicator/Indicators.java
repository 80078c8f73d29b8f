package cl.observatory.ingest.indicator;

import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.audit.Action;
import cl.observatory.ingest.audit.Audit;
import cl.observatory.ingest.dataset.Datasets;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Definition of indicators. A change and the event that tells of it share one transaction. */
@ApplicationScoped
public class Indicators {

    private final IndicatorRepository repository;
    private final Datasets datasets;
    private final Formulas formulas;
    private final Audit audit;

    Indicators(IndicatorRepository repository, Datasets datasets, Formulas formulas, Audit audit) {
        this.repository = repository;
        this.datasets = datasets;
        this.formulas = formulas;
        this.audit = audit;
    }

    /**
     * @throws ProblemException when there is none of that code
     */
    @Transactional
    public IndicatorDefined get(String code) {
        return repository
                .findByIdOptional(code)
                .map(Indicator::definition)
                .orElseThrow(() -> new ProblemException(IngestProblem.UNKNOWN_INDICATOR, code));
    }

    /**
     * Defines an indicator, or changes it when the caller names the version that stands. An equal definition changes
     * nothing.
     *
     * @param expectedVersion the version that the caller saw, empty when it says nothing
     * @throws ProblemException when the formula does not fit its data sets, the version is stale or missing, or the
     *     caller may not work in what the indicator counts or counted
     */
    @Transactional
    public IndicatorDefined define(String code, NewIndicator asked, Optional<Long> expectedVersion)
            throws SQLException {
        datasets.checkOwn(asked.numerator().dataset());
        IndicatorDefined definition = formulas.write(code, asked);
        repository.lockCode(code);
        Optional<Indicator> standing = repository.findLocked(code);
        if (standing.isEmpty()) {
            if (expectedVersion.isPresent()) {
                throw new ProblemException(IngestProblem.UNKNOWN_INDICATOR, code);
            }
            repository.persistAndFlush(new Indicator(definition));
            return announce(definition);
        }
        Indicator indicator = standing.get();
        datasets.checkOwn(indicator.definition().numerator().dataset());
        if (definition.withVersion(indicator.version()).equals(indicator.definition())) {
            return indicator.definition();
        }
        long expected = expectedVersion.orElseThrow(
                () -> new ProblemException(IngestProblem.VERSION_REQUIRED, Long.toString(indicator.version())));
        if (expected != indicator.version()) {
            throw new ProblemException(IngestProblem.VERSION_STALE, Long.toString(indicator.version()));
        }
        indicator.change(definition.withVersion(indicator.version() + 1));
        return announce(indicator.definition());
    }

    private IndicatorDefined announce(IndicatorDefined definition) throws SQLException {
        repository.announce(definition);
        audit.record(
                Action.INDICATOR_DEFINED,
                definition.numerator().dataset(),
                "indicators/" + definition.code(),
                null,
                Map.of("version", Long.toString(definition.version())));
        return definition;
    }
}
