package cl.observatory.ingest.indicator;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.reference.IndicatorDefined.Bundled;
import cl.observatory.events.reference.IndicatorDefined.Selection;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.dataset.Datasets;
import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Judges whether a formula fits its data sets, and writes it out as readers will see it. */
@ApplicationScoped
class Formulas {

    /** What kinds of data sets an indicator of each type can speak of. */
    private static final Map<NewIndicator.Type, Set<String>> KINDS = Map.of(
            NewIndicator.Type.COUNT, Set.of("COUNT", "POPULATION"),
            NewIndicator.Type.RATE, Set.of("COUNT", "POPULATION", "AMOUNT"),
            NewIndicator.Type.SHARE, Set.of("COUNT", "POPULATION", "AMOUNT"),
            NewIndicator.Type.ESTIMATE, Set.of("ESTIMATE"),
            NewIndicator.Type.INDEX, Set.of("INDEX"),
            NewIndicator.Type.AMOUNT, Set.of("AMOUNT"));

    private final Datasets datasets;
    private final Selections selections;

    Formulas(Datasets datasets, Selections selections) {
        this.datasets = datasets;
        this.selections = selections;
    }

    /**
     * The definition of an indicator, as its first version.
     *
     * @throws ProblemException when the formula does not fit its data sets
     */
    IndicatorDefined write(String code, NewIndicator asked) {
        List<Fault> faults = new ArrayList<>();
        DatasetDefined counted = dataset(asked.numerator());
        Selection numerator = selections.read("/numerator", asked.numerator(), counted, faults);
        if (!KINDS.get(asked.type()).contains(counted.kind())) {
            faults.add(Fault.inBody("/type", "TYPE_OF_ANOTHER_KIND", counted.id(), counted.kind()));
        }
        Optional<DatasetDefined> divisor =
                Optional.ofNullable(asked.denominator()).map(this::dataset);
        Optional<Selection> denominator =
                divisor.map(some -> selections.read("/denominator", asked.denominator(), some, faults));
        switch (asked.type()) {
            case RATE -> checkRate(asked, counted, divisor, faults);
            case SHARE -> checkShare(asked, counted, divisor, faults);
            default -> checkAlone(asked, faults);
        }
        checkProxy(asked, Stream.concat(Stream.of(numerator), denominator.stream()), faults);
        if (!faults.isEmpty()) {
            throw new ProblemException(IngestProblem.DEFINITION_INVALID).withFaults(faults);
        }
        Boolean partOfWhole = asked.type() == NewIndicator.Type.SHARE
                ? isPartOfWhole(numerator, denominator.orElseThrow(), counted)
                : null;
        return asked.definition(code, numerator, denominator.orElse(null), partOfWhole);
    }

    private DatasetDefined dataset(NewIndicator.Selection selection) {
        return datasets.get(selection.dataset()).definition();
    }

    private boolean isPartOfWhole(Selection part, Selection whole, DatasetDefined dataset) {
        return part.dataset().equals(whole.dataset()) && selections.isPart(part, whole, dataset);
    }

    private static void checkAlone(NewIndicator asked, List<Fault> faults) {
        if (asked.denominator() != null) {
            faults.add(Fault.inBody("/denominator", "COUNT_WITH_POPULATION"));
        }
        if (asked.per() != null) {
            faults.add(Fault.inBody("/per", "COUNT_WITH_PER"));
        }
    }

    private static void checkRate(
            NewIndicator asked, DatasetDefined counted, Optional<DatasetDefined> population, List<Fault> faults) {
        if (population.isEmpty()) {
            faults.add(Fault.inBody("/denominator", "RATE_WITHOUT_POPULATION"));
        }
        population.ifPresent(people -> {
            if (!people.kind().equals("POPULATION")) {
                faults.add(Fault.inBody("/denominator/dataset", "NOT_A_POPULATION", people.id()));
            }
            checkLevel(counted, people, faults);
        });
        if (asked.per() == null) {
            faults.add(Fault.inBody("/per", "RATE_WITHOUT_PER"));
        }
    }

    /** Like is divided by like, both added up, of the same places and periods. */
    private static void checkShare(
            NewIndicator asked, DatasetDefined counted, Optional<DatasetDefined> divisor, List<Fault> faults) {
        if (!counted.addsUp()) {
            faults.add(Fault.inBody("/numerator/dataset", "SHARE_OF_NO_SUMS", counted.id()));
        }
        if (divisor.isEmpty()) {
            faults.add(Fault.inBody("/denominator", "SHARE_WITHOUT_WHOLE"));
        }
        divisor.ifPresent(whole -> {
            if (!whole.addsUp()) {
                faults.add(Fault.inBody("/denominator/dataset", "SHARE_OF_NO_SUMS", whole.id()));
            }
            if (!whole.kind().equals(counted.kind())
                    || (whole.kind().equals("AMOUNT") && !whole.unit().equals(counted.unit()))) {
                faults.add(Fault.inBody("/denominator/dataset", "SHARE_OF_UNLIKE", whole.id(), counted.id()));
            }
            checkLevel(counted, whole, faults);
            if (whole.frequency() != counted.frequency()) {
                faults.add(Fault.inBody("/denominator/dataset", "OTHER_FREQUENCY", whole.id(), counted.id()));
            }
        });
        if (asked.per() != null && asked.per() != NewIndicator.HUNDRED) {
            faults.add(Fault.inBody("/per", "SHARE_OF_HUNDRED"));
        }
        if (!asked.unit().equals(NewIndicator.PERCENT)) {
            faults.add(Fault.inBody("/unit", "SHARE_IN_PERCENT"));
        }
    }

    private static void checkLevel(DatasetDefined counted, DatasetDefined divisor, List<Fault> faults) {
        if (!divisor.level().equals(counted.level())) {
            faults.add(Fault.inBody("/denominator/dataset", "OTHER_LEVEL", divisor.id(), counted.id()));
        }
    }

    /** Nobody calls a proxy a measurement by leaving a word out. */
    private static void checkProxy(NewIndicator asked, Stream<Selection> selections, List<Fault> faults) {
        if (asked.proxy()) {
            return;
        }
        selections
                .flatMap(selection -> Stream.ofNullable(selection.bundles()).flatMap(List::stream))
                .filter(Bundled::proxy)
                .map(Bundled::code)
                .distinct()
                .forEach(bundle -> faults.add(Fault.inBody("/proxy", "BUNDLE_IS_PROXY", bundle)));
    }
}
