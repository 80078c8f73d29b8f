package cl.observatory.ingest.indicator;

import cl.observatory.events.reference.ClassificationPublished.Code;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.audit.Action;
import cl.observatory.ingest.audit.Audit;
import cl.observatory.ingest.classification.Classifications;
import cl.observatory.ingest.dataset.Datasets;
import cl.observatory.problem.Fault;
import cl.observatory.problem.JsonPointer;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Definition of indicators. A change and the event that tells of it share one transaction. */
@ApplicationScoped
public class Indicators {

    /** Of many dimensions that do not exist, as many are told. */
    private static final int DIMENSIONS_TOLD = 10;

    /** What kinds of data sets an indicator of each type can speak of. */
    private static final Map<NewIndicator.Type, Set<String>> KINDS = Map.of(
            NewIndicator.Type.COUNT, Set.of("COUNT", "POPULATION"),
            NewIndicator.Type.RATE, Set.of("COUNT", "POPULATION", "AMOUNT"),
            NewIndicator.Type.ESTIMATE, Set.of("ESTIMATE"),
            NewIndicator.Type.INDEX, Set.of("INDEX"),
            NewIndicator.Type.AMOUNT, Set.of("AMOUNT"));

    private final IndicatorRepository repository;
    private final Datasets datasets;
    private final Classifications classifications;
    private final Audit audit;

    Indicators(IndicatorRepository repository, Datasets datasets, Classifications classifications, Audit audit) {
        this.repository = repository;
        this.datasets = datasets;
        this.classifications = classifications;
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
        check(asked);
        repository.lockCode(code);
        Optional<Indicator> standing = repository.findLocked(code);
        if (standing.isEmpty()) {
            if (expectedVersion.isPresent()) {
                throw new ProblemException(IngestProblem.UNKNOWN_INDICATOR, code);
            }
            IndicatorDefined definition = asked.definition(code, 1);
            repository.persistAndFlush(new Indicator(definition));
            return announce(definition);
        }
        Indicator indicator = standing.get();
        datasets.checkOwn(indicator.definition().numerator().dataset());
        if (asked.definition(code, indicator.version()).equals(indicator.definition())) {
            return indicator.definition();
        }
        long expected = expectedVersion.orElseThrow(
                () -> new ProblemException(IngestProblem.VERSION_REQUIRED, Long.toString(indicator.version())));
        if (expected != indicator.version()) {
            throw new ProblemException(IngestProblem.VERSION_STALE, Long.toString(indicator.version()));
        }
        indicator.change(asked.definition(code, indicator.version() + 1));
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

    private void check(NewIndicator asked) {
        List<Fault> faults = new ArrayList<>();
        boolean rate = asked.type() == NewIndicator.Type.RATE;
        DatasetDefined counted = checkSelection("/numerator", asked.numerator(), faults);
        if (!KINDS.get(asked.type()).contains(counted.kind())) {
            faults.add(Fault.inBody("/type", "TYPE_OF_ANOTHER_KIND", counted.id(), counted.kind()));
        }
        if (rate != (asked.denominator() != null)) {
            faults.add(Fault.inBody("/denominator", rate ? "RATE_WITHOUT_POPULATION" : "COUNT_WITH_POPULATION"));
        } else if (rate) {
            DatasetDefined population = checkSelection("/denominator", asked.denominator(), faults);
            if (!population.kind().equals("POPULATION")) {
                faults.add(Fault.inBody("/denominator/dataset", "NOT_A_POPULATION", population.id()));
            }
            if (!population.level().equals(counted.level())) {
                faults.add(Fault.inBody("/denominator/dataset", "OTHER_LEVEL", population.id(), counted.id()));
            }
        }
        if (rate != (asked.per() != null)) {
            faults.add(Fault.inBody("/per", rate ? "RATE_WITHOUT_PER" : "COUNT_WITH_PER"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(IngestProblem.DEFINITION_INVALID).withFaults(faults);
        }
    }

    private DatasetDefined checkSelection(String pointer, NewIndicator.Selection selection, List<Fault> faults) {
        DatasetDefined dataset = datasets.get(selection.dataset()).definition();
        List<String> ids =
                dataset.dimensions().stream().map(DatasetDefined.Dimension::id).toList();
        selection.filters().keySet().stream()
                .filter(id -> !ids.contains(id))
                .limit(DIMENSIONS_TOLD)
                .forEach(id -> faults.add(
                        Fault.inBody(pointer + JsonPointer.to("filters", id), "DIMENSION_UNKNOWN", id, dataset.id())));
        for (DatasetDefined.Dimension dimension : dataset.dimensions()) {
            List<String> codes = selection.filters().get(dimension.id());
            String place = pointer + "/filters/" + dimension.id();
            if (codes == null) {
                faults.add(Fault.inBody(place, "DIMENSION_WITHOUT_CODES", dimension.id(), dataset.id()));
            } else if (!(dataset.hidesSmallCounts() && codes.equals(List.of(DatasetDefined.Dimension.TOTAL)))) {
                checkCodes(place, dimension.scheme(), codes, faults);
                if (codes.size() > 1 && !dataset.addsUp()) {
                    faults.add(Fault.inBody(place, "ONE_CODE_EACH", dataset.id()));
                }
            }
        }
        return dataset;
    }

    private void checkCodes(String pointer, String scheme, List<String> codes, List<Fault> faults) {
        Map<String, String> parents = new HashMap<>();
        for (Code code : classifications.find(scheme).orElseThrow().codes()) {
            parents.put(code.code(), code.parent() == null ? "" : code.parent());
        }
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            if (!parents.containsKey(code)) {
                faults.add(Fault.inBody(pointer + "/" + i, "CODE_UNKNOWN", code, scheme));
                continue;
            }
            if (codes.indexOf(code) != i) {
                faults.add(Fault.inBody(pointer + "/" + i, "CODE_TWICE", code));
            }
            for (String above = parents.get(code); !above.isEmpty(); above = parents.get(above)) {
                if (codes.contains(above)) {
                    faults.add(Fault.inBody(pointer + "/" + i, "CODE_WITHIN_ANOTHER", code, above));
                }
            }
        }
    }
}
