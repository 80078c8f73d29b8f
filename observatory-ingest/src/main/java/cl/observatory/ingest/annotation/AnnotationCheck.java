package cl.observatory.ingest.annotation;

import cl.observatory.events.time.Period;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.dataset.Datasets;
import cl.observatory.ingest.indicator.Indicators;
import cl.observatory.ingest.territory.Territories;
import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether an annotation speaks of figures that there can be. */
@ApplicationScoped
class AnnotationCheck {

    private final Datasets datasets;
    private final Indicators indicators;
    private final Territories territories;

    AnnotationCheck(Datasets datasets, Indicators indicators, Territories territories) {
        this.datasets = datasets;
        this.indicators = indicators;
        this.territories = territories;
    }

    /**
     * @throws ProblemException with everything that is wrong; also when the data set or indicator is unknown
     */
    void check(NewAnnotation asked) {
        List<Fault> faults = new ArrayList<>();
        if ((asked.dataset() == null) == (asked.indicator() == null)) {
            faults.add(Fault.inBody("/dataset", "DATASET_OR_INDICATOR"));
        }
        if (territories.find(asked.territory()).isEmpty()) {
            faults.add(Fault.inBody("/territory", "TERRITORY_UNKNOWN", asked.territory()));
        }
        Optional<Period> first = period("/periodFrom", asked.periodFrom(), faults);
        Optional<Period> last = period("/periodTo", asked.periodTo(), faults);
        if (first.isPresent() && last.isPresent() && !isRange(first.get(), last.get())) {
            faults.add(Fault.inBody("/periodTo", "PERIODS_NO_RANGE", asked.periodFrom(), asked.periodTo()));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(IngestProblem.DEFINITION_INVALID).withFaults(faults);
        }
        if (asked.dataset() != null) {
            datasets.get(asked.dataset());
        } else {
            indicators.get(asked.indicator());
        }
    }

    /** The data set of its figures: an indicator's are those that it counts. */
    String dataset(Annotation annotation) {
        return annotation.datasetId() != null
                ? annotation.datasetId()
                : indicators.get(annotation.indicatorCode()).numerator().dataset();
    }

    private static Optional<Period> period(String pointer, String text, List<Fault> faults) {
        Optional<Period> period = Period.parse(text);
        if (period.isEmpty()) {
            faults.add(Fault.inBody(pointer, "PERIOD_MALFORMED", text));
        }
        return period;
    }

    private static boolean isRange(Period first, Period last) {
        return first.frequency() == last.frequency() && first.compareTo(last) <= 0;
    }
}
