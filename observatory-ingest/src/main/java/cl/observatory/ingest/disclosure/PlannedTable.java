package cl.observatory.ingest.disclosure;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.ingest.disclosure.TablePlan.PlanTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A table of a plan as the data set that is served.
 *
 * @param dataset never added up by anybody
 * @param margin of its finest cells
 */
public record PlannedTable(String tableId, DatasetDefined dataset, Margin margin, boolean totals) {

    static PlannedTable of(DatasetDefined restricted, PlanTable table, List<String> levels) {
        int level = level(restricted, table, levels);
        Frequency frequency = table.frequency() == null ? restricted.frequency() : table.frequency();
        List<DatasetDefined.Dimension> dimensions = restricted.dimensions().stream()
                .filter(dimension -> table.dimensions().contains(dimension.id()))
                .toList();
        DatasetDefined dataset = new DatasetDefined(
                idOf(restricted, table),
                new Labels(table.title().es(), table.title().en()),
                restricted.kind(),
                levels.get(level),
                restricted.unit(),
                restricted.decimals(),
                frequency,
                dimensions,
                restricted.source(),
                restricted.officialStatus(),
                null,
                restricted.synthetic(),
                restricted.definedAt(),
                "NONE",
                null,
                Disclosure.RESTRICTED.name(),
                restricted.smallCountsBelow());
        return new PlannedTable(
                table.id(),
                dataset,
                new Margin(
                        level,
                        frequency,
                        dimensions.stream().map(DatasetDefined.Dimension::id).toList()),
                table.totals());
    }

    static String idOf(DatasetDefined restricted, PlanTable table) {
        return restricted.id() + "-" + table.id();
    }

    private static int level(DatasetDefined restricted, PlanTable table, List<String> levels) {
        if (!table.hasAreas()) {
            return 0;
        }
        return levels.indexOf(table.level() == null ? restricted.level() : table.level());
    }

    /** Every margin that some table of the plan serves. */
    static Set<Margin> margins(DatasetDefined restricted, TablePlan plan, List<String> levels) {
        Set<Margin> margins = new LinkedHashSet<>();
        plan.tables()
                .forEach(table -> margins.addAll(of(restricted, table, levels).margins()));
        return margins;
    }

    /** The margins of its cells: the finest, and with totals those that leave dimensions out. */
    public List<Margin> margins() {
        List<Margin> margins = new ArrayList<>(List.of(margin));
        if (totals) {
            for (String dimension : margin.dimensions()) {
                List.copyOf(margins).forEach(finer -> margins.add(finer.without(dimension)));
            }
        }
        return margins;
    }

    /** Codes of its dimensions, in the data set's order, of a cell of one of its margins. */
    public List<String> codesOf(Margin of, Cell cell) {
        return dataset.dimensions().stream()
                .map(dimension -> {
                    int place = of.dimensions().indexOf(dimension.id());
                    return place < 0
                            ? DatasetDefined.Dimension.TOTAL
                            : cell.codes().get(place);
                })
                .toList();
    }
}
