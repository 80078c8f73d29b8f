package cl.observatory.ingest.disclosure;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The attack a second time, by other means: the unknowns are the numbers of the data set in full detail, which the reader
 * never sees, and every number that is shown is an equation about them. No sum of the plan is used, and another solver.
 */
final class Auditor {

    private static final int K_ROWS = 2;

    private final Microdata data;
    private final Margins margins;
    private final LinkedCells cells;
    private final int variables;
    private final Simplex simplex;

    /**
     * @param hidden all other served cells are seen
     * @param small of the hidden cells, those that the reader knows to be between 1 and k - 1
     */
    Auditor(Microdata data, Margins margins, LinkedCells cells, BitSet hidden, BitSet small, int k) {
        this.data = data;
        this.margins = margins;
        this.cells = cells;
        this.variables = data.rows().size() + K_ROWS * small.cardinality();
        this.simplex = new Simplex(variables);
        for (int cell = 0; cell < cells.size(); cell++) {
            if (cells.isServed(cell) && !hidden.get(cell)) {
                simplex.equation(details(cell), (double) cells.value(cell));
            }
        }
        int slack = data.rows().size();
        for (int cell : small.stream().toArray()) {
            double[] atLeast = details(cell);
            atLeast[slack++] = -1;
            simplex.equation(atLeast, 1);
            double[] atMost = details(cell);
            atMost[slack++] = 1;
            simplex.equation(atMost, k - 1);
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
