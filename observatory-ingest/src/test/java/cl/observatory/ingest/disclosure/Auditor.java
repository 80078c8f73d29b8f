package cl.observatory.ingest.disclosure;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The attack a second time, by other means: the unknowns are the numbers of the data set in full detail, which the reader
 * never sees, and every number that is shown is an equation about them. No sum of the plan is used, and another solver.
 */
final class Auditor {

    private final Microdata data;
    private final Margins margins;
    private final LinkedCells cells;
    private final int variables;
    private final Simplex simplex;

    /**
     * @param hidden all other served cells are seen
     */
    Auditor(Microdata data, Margins margins, LinkedCells cells, BitSet hidden) {
        this.data = data;
        this.margins = margins;
        this.cells = cells;
        this.variables = data.rows().size();
        this.simplex = new Simplex(variables);
        for (int cell = 0; cell < cells.size(); cell++) {
            if (cells.isServed(cell) && !hidden.get(cell)) {
                simplex.equation(details(cell), (double) cells.value(cell));
            }
        }
        simplex.start();
    }

    /** One for every detail that the cell adds up. */
    private double[] details(int cell) {
        Cell place = cells.cell(cell);
        double[] weights = new double[variables];
        for (int i = 0; i < data.rows().size(); i++) {
            Cell added = data.cellOf(
                    data.rows().get(i), place.margin(), margins.all().get(place.margin()));
            weights[i] = added.equals(place) ? 1 : 0;
        }
        return weights;
    }

    Range range(int cell) {
        double[] weights = details(cell);
        double most = simplex.greatest(weights);
        double least =
                -simplex.greatest(Arrays.stream(weights).map(weight -> -weight).toArray());
        return new Range(least, most);
    }
}
