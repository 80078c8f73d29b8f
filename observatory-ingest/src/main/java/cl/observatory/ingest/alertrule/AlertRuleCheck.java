package cl.observatory.ingest.alertrule;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.territory.Territories;
import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether a rule can be evaluated over the indicator that it names. */
@ApplicationScoped
class AlertRuleCheck {

    /** Indicators whose chance is that of counts. */
    private static final Set<String> COUNTED = Set.of("COUNT", "RATE");

    /** Values of reference at the least: of six, one or two are spent on level and trend. */
    private static final int FEWEST_VALUES = 6;

    private static final int FEWEST_YEARS = 2;

    private final Territories territories;

    AlertRuleCheck(Territories territories) {
        this.territories = territories;
    }

    /**
     * @throws ProblemException with everything that is wrong
     */
    void check(NewAlertRule asked, IndicatorDefined indicator, DatasetDefined dataset) {
        List<Fault> faults = new ArrayList<>();
        NewAlertMethod method = asked.method();
        for (String name : method.strangers()) {
            faults.add(Fault.inBody(
                    "/method/" + name, "NOT_OF_METHOD", method.type().name()));
        }
        if (method.type() == AlertMethod.NEW_RELEASE) {
            checkAbsent(asked, faults);
        } else {
            checkPlaces(asked, dataset, faults);
            checkFrequency(asked, dataset, faults);
        }
        if (method.type() == AlertMethod.THRESHOLD) {
            require(method.direction(), "/method/direction", faults);
            require(method.value(), "/method/value", faults);
        }
        if (method.type().countsCases()) {
            checkReference(asked, indicator, faults);
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(IngestProblem.DEFINITION_INVALID).withFaults(faults);
        }
    }

    private static void require(Object said, String pointer, List<Fault> faults) {
        if (said == null) {
            faults.add(Fault.inBody(pointer, "NEEDED_BY_METHOD"));
        }
    }

    private static void checkAbsent(NewAlertRule asked, List<Fault> faults) {
        String type = asked.method().type().name();
        if (asked.level() != null) {
            faults.add(Fault.inBody("/level", "NOT_OF_METHOD", type));
        }
        if (asked.territories() != null) {
            faults.add(Fault.inBody("/territories", "NOT_OF_METHOD", type));
        }
        if (asked.frequency() != null) {
            faults.add(Fault.inBody("/frequency", "NOT_OF_METHOD", type));
        }
    }

    private void checkPlaces(NewAlertRule asked, DatasetDefined dataset, List<Fault> faults) {
        require(asked.level(), "/level", faults);
        if (asked.level() == null) {
            return;
        }
        int level = Territories.LEVELS.indexOf(asked.level().name());
        int told = Territories.LEVELS.indexOf(dataset.level());
        if (level > told || (level < told && !dataset.addsUp())) {
            faults.add(Fault.inBody("/level", "LEVEL_NOT_TOLD", dataset.id(), dataset.level()));
        }
        List<String> codes = asked.territories() == null ? List.of() : asked.territories();
        for (int i = 0; i < codes.size(); i++) {
            boolean fits = territories
                    .find(codes.get(i))
                    .filter(territory -> territory.level().equals(asked.level().name()))
                    .isPresent();
            if (!fits) {
                faults.add(Fault.inBody(
                        "/territories/" + i,
                        "TERRITORY_OF_ANOTHER_LEVEL",
                        codes.get(i),
                        asked.level().name()));
            }
        }
    }

    private static void checkFrequency(NewAlertRule asked, DatasetDefined dataset, List<Fault> faults) {
        require(asked.frequency(), "/frequency", faults);
        if (asked.frequency() == null) {
            return;
        }
        boolean finer = asked.frequency().months() < dataset.frequency().months();
        boolean summed = asked.frequency() != dataset.frequency();
        if (finer || (summed && !dataset.addsUp())) {
            faults.add(Fault.inBody(
                    "/frequency",
                    "FREQUENCY_NOT_TOLD",
                    dataset.id(),
                    dataset.frequency().name()));
        }
    }

    private static void checkReference(NewAlertRule asked, IndicatorDefined indicator, List<Fault> faults) {
        AlertMethod type = asked.method().type();
        if (!COUNTED.contains(indicator.type())) {
            faults.add(Fault.inBody("/method/type", "NOT_COUNTED", type.name(), indicator.code(), indicator.type()));
        }
        Frequency frequency = asked.frequency();
        if (frequency == null) {
            return;
        }
        // the last half year before the period is no reference: see docs/adr/0024
        int values = asked.method().yearsBack(frequency) * frequency.perYear() - frequency.perYear() / 2;
        if (values < Math.max(FEWEST_VALUES, FEWEST_YEARS * frequency.perYear())) {
            faults.add(Fault.inBody("/method/yearsBack", "REFERENCE_TOO_SHORT", frequency.name()));
        }
        Integer halfWindow = asked.method().halfWindow();
        if (halfWindow != null && 2 * halfWindow + 1 > Math.max(1, frequency.perYear() / 2)) {
            faults.add(Fault.inBody("/method/halfWindow", "WINDOW_TOO_WIDE", frequency.name()));
        }
    }
}
