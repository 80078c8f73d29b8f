package cl.observatory.ingest.disclosure;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.time.Frequency;
import cl.observatory.ingest.disclosure.TablePlan.PlanTable;
import cl.observatory.problem.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is wrong with a plan. */
final class TableCheck {

    private static final int LONGEST_ID = 60;

    private final DatasetDefined dataset;
    private final List<String> levels;
    private final List<Fault> faults = new ArrayList<>();

    /**
     * @param levels of territories, from the country
     */
    TableCheck(DatasetDefined dataset, List<String> levels) {
        this.dataset = dataset;
        this.levels = levels;
    }

    List<Fault> faults(TablePlan plan) {
        if (!dataset.kind().equals("COUNT") || !dataset.addsUp()) {
            faults.add(Fault.inBody("/disclosure", "RESTRICTED_NOT_COUNTED"));
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < plan.tables().size(); i++) {
            PlanTable table = plan.tables().get(i);
            String place = "/plan/tables/" + i;
            if (!ids.add(table.id())) {
                faults.add(Fault.inBody(place + "/id", "TABLE_TAKEN", table.id()));
            }
            if (PlannedTable.idOf(dataset, table).length() > LONGEST_ID) {
                faults.add(Fault.inBody(place + "/id", "TABLE_ID_TOO_LONG", PlannedTable.idOf(dataset, table)));
            }
            checkDimensions(place, table);
            checkLevel(place, table);
            Frequency frequency = table.frequency();
            if (frequency != null && frequency.compareTo(dataset.frequency()) > 0) {
                faults.add(Fault.inBody(place + "/frequency", "TABLE_TOO_FINE", frequency, dataset.frequency()));
            }
        }
        if (faults.isEmpty() && !new Margins(PlannedTable.margins(dataset, plan, levels)).isDecomposable()) {
            faults.add(Fault.inBody("/plan/tables", "PLAN_CYCLIC"));
        }
        return faults;
    }

    private void checkDimensions(String place, PlanTable table) {
        List<String> known = Stream.concat(
                        Stream.of(ObservationBatch.REF_AREA, ObservationBatch.TIME_PERIOD),
                        dataset.dimensions().stream().map(DatasetDefined.Dimension::id))
                .toList();
        for (int i = 0; i < table.dimensions().size(); i++) {
            String dimension = table.dimensions().get(i);
            if (!known.contains(dimension)) {
                faults.add(Fault.inBody(place + "/dimensions/" + i, "DIMENSION_UNKNOWN", dimension, dataset.id()));
            } else if (table.dimensions().indexOf(dimension) != i) {
                faults.add(Fault.inBody(place + "/dimensions/" + i, "DIMENSION_TAKEN", dimension));
            }
        }
        if (!table.dimensions().contains(ObservationBatch.TIME_PERIOD)) {
            faults.add(Fault.inBody(place + "/dimensions", "TABLE_WITHOUT_PERIODS"));
        }
    }

    private void checkLevel(String place, PlanTable table) {
        if (table.level() == null) {
            return;
        }
        int level = levels.indexOf(table.level());
        if (level < 0 || level > levels.indexOf(dataset.level())) {
            faults.add(Fault.inBody(place + "/level", "TABLE_TOO_FINE", table.level(), dataset.level()));
        } else if (!table.hasAreas() && level > 0) {
            faults.add(Fault.inBody(place + "/level", "TABLE_WITHOUT_AREAS", table.level()));
        }
    }
}
