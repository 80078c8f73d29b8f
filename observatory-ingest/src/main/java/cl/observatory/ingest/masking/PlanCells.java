package cl.observatory.ingest.masking;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.time.Period;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.disclosure.Cell;
import cl.observatory.ingest.disclosure.LinkedCells;
import cl.observatory.ingest.disclosure.Margin;
import cl.observatory.ingest.disclosure.Margins;
import cl.observatory.ingest.disclosure.Mask;
import cl.observatory.ingest.disclosure.PlannedTable;
import cl.observatory.ingest.disclosure.Suppression;
import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The cells of a plan in one year, with what readers were told of them before, and their mask. */
final class PlanCells {

    /** Keeps the memory that a year takes within bounds. */
    private static final int MAX_CELLS = 200_000;

    private static final String HIDDEN = "Q";

    private final Margins margins;
    private final LinkedCells cells;
    private final Areas areas;
    private final Map<Cell, String> statuses = new LinkedHashMap<>();
    private final BitSet before = new BitSet();
    private final BitSet told = new BitSet();

    PlanCells(Margins margins, Areas areas) {
        this.margins = margins;
        this.cells = new LinkedCells(margins);
        this.areas = areas;
    }

    /** Adds the cells of every margin. */
    void add(TableRows rows, int year) throws SQLException {
        for (int margin = 0; margin < margins.all().size(); margin++) {
            Margin level = margins.all().get(margin);
            for (TableRows.Row row : rows.of(level, areas.above(level.level()), year)) {
                Cell cell = new Cell(margin, row.area(), row.period(), row.codes());
                statuses.put(cell, row.status());
                if (row.value() != null) {
                    cells.add(cell, row.value());
                }
            }
            if (statuses.size() > MAX_CELLS) {
                throw new ProblemException(IngestProblem.MASK_IMPOSSIBLE)
                        .withFaults(List.of(Fault.inBody("", "TOO_MANY_PLAN_CELLS", MAX_CELLS)));
            }
        }
    }

    /**
     * Takes in what readers were told of the cells of a table. One that was hidden and is not there any more counts as
     * hidden and none, with all that it adds to: that it ceased to be there would tell what it was.
     */
    void add(PlannedTable table, List<ShownCells.Shown> shown) {
        for (ShownCells.Shown was : shown) {
            Cell cell = cell(table, was);
            if (was.hidden()) {
                hideAgain(cell);
            }
            int number = cells.find(cell);
            if (number >= 0 && was.value() != null && was.value() == cells.value(number)) {
                told.set(number);
            }
        }
    }

    private void hideAgain(Cell cell) {
        if (cells.find(cell) < 0) {
            for (int coarse = 0; coarse < margins.all().size(); coarse++) {
                Cell above =
                        margins.isWithin(coarse, cell.margin()) ? cells.addedUp(cell, coarse, areas::parent) : cell;
                if (cells.find(above) < 0) {
                    int none = cells.add(above, 0);
                    statuses.putIfAbsent(above, HIDDEN);
                    before.set(none, cells.isServed(none));
                }
            }
        }
        before.set(cells.find(cell));
    }

    private Cell cell(PlannedTable table, ShownCells.Shown shown) {
        Map<String, String> codes = new TreeMap<>();
        for (int i = 0; i < shown.codes().size(); i++) {
            if (!shown.codes().get(i).equals(DatasetDefined.Dimension.TOTAL)) {
                codes.put(
                        table.dataset().dimensions().get(i).id(), shown.codes().get(i));
            }
        }
        Margin margin = new Margin(table.margin().level(), table.margin().frequency(), List.copyOf(codes.keySet()));
        return new Cell(
                margins.all().indexOf(margin),
                shown.area(),
                Period.parse(shown.period()).orElseThrow(),
                List.copyOf(codes.values()));
    }

    /** Chooses what to hide, when all is added. */
    Mask mask(int k) {
        cells.link(areas::parent);
        return new Suppression(cells, k).mask(before, told);
    }

    /** Writes the cells of a table, hidden ones without their value, and counts them. */
    void write(PlannedTable table, Mask mask, int k, TableBatches batches, MaskedTable counts) throws SQLException {
        for (Margin margin : table.margins()) {
            int wanted = margins.all().indexOf(margin);
            for (Map.Entry<Cell, String> entry : statuses.entrySet()) {
                Cell cell = entry.getKey();
                if (cell.margin() == wanted) {
                    int number = cells.find(cell);
                    boolean hidden = number >= 0 && mask.hidden().get(number);
                    List<String> codes =
                            new ArrayList<>(List.of(cell.area(), cell.period().toString()));
                    codes.addAll(table.codesOf(margin, cell));
                    codes.add(hidden ? HIDDEN : entry.getValue());
                    batches.add(
                            codes.toArray(String[]::new),
                            hidden || number < 0 ? ObservationBatch.MISSING : cells.value(number));
                    boolean small = number >= 0 && cells.value(number) > 0 && cells.value(number) < k;
                    counts.count(hidden, small, number >= 0 && mask.revealing().get(number));
                }
            }
        }
    }
}
