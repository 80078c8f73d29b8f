package cl.observatory.ingest.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The textbook's simplex on a dense tableau: values of non-negative variables under equations, and how far a weighted sum
 * of them goes. Small and slow, for the auditor alone.
 */
final class Simplex {

    private static final double ZERO = 1e-9;

    private final int variables;
    private final List<double[]> rows = new ArrayList<>();
    private int[] basis;

    Simplex(int variables) {
        this.variables = variables;
    }

    /** Demands that the weighted sum of all variables is the given one. */
    void equation(double[] weights, double sum) {
        double[] row = Arrays.copyOf(weights, variables + 1);
        row[variables] = sum;
        if (sum < 0) {
            for (int i = 0; i <= variables; i++) {
                row[i] = -row[i];
            }
        }
        rows.add(row);
    }

    /** Finds a first solution; the equations must have one. */
    void start() {
        int all = variables + rows.size();
        basis = new int[rows.size()];
        double[] missing = new double[all];
        for (int i = 0; i < rows.size(); i++) {
            double[] row = Arrays.copyOf(rows.get(i), all + 1);
            row[all] = row[variables];
            row[variables] = 0;
            row[variables + i] = 1;
            rows.set(i, row);
            basis[i] = variables + i;
            missing[variables + i] = -1;
        }
        double left = -maximise(missing, all);
        if (left > 1e-6) {
            throw new IllegalStateException("the equations contradict each other by " + left);
        }
        dropArtificial(all);
    }

    private void dropArtificial(int all) {
        List<double[]> kept = new ArrayList<>();
        List<Integer> keptBasis = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (int column = 0; basis[i] >= variables && column < variables; column++) {
                if (Math.abs(rows.get(i)[column]) > 1e-7) {
                    pivot(i, column);
                }
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            if (basis[i] < variables) {
                double[] row = Arrays.copyOf(rows.get(i), variables + 1);
                row[variables] = rows.get(i)[all];
                kept.add(row);
                keptBasis.add(basis[i]);
            }
        }
        rows.clear();
        rows.addAll(kept);
        basis = keptBasis.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The greatest value of a weighted sum; infinite when there is none. */
    double greatest(double[] weights) {
        return maximise(weights, variables);
    }

    private double maximise(double[] weights, int columns) {
        for (int step = 0; step < 100_000; step++) {
            int entering = -1;
            for (int column = 0; column < columns && entering < 0; column++) {
                double gain = weights[column];
                for (int i = 0; i < rows.size(); i++) {
                    gain -= weights[basis[i]] * rows.get(i)[column];
                }
                entering = gain > 1e-7 ? column : -1;
            }
            if (entering < 0) {
                double value = 0;
                for (int i = 0; i < rows.size(); i++) {
                    value += weights[basis[i]] * rows.get(i)[columns];
                }
                return value;
            }
            int leaving = leaving(entering, columns);
            if (leaving < 0) {
                return Double.POSITIVE_INFINITY;
            }
            pivot(leaving, entering);
        }
        throw new IllegalStateException("no end");
    }

    /** By Bland's rule, so that it ends. */
    private int leaving(int entering, int columns) {
        int leaving = -1;
        double shortest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows.size(); i++) {
            double slope = rows.get(i)[entering];
            if (slope > 1e-7) {
                double step = rows.get(i)[columns] / slope;
                if (step < shortest - ZERO || (step < shortest + ZERO && leaving >= 0 && basis[i] < basis[leaving])) {
                    shortest = Math.min(shortest, step);
                    leaving = i;
                }
            }
        }
        return leaving;
    }

    private void pivot(int place, int column) {
        double[] pivotRow = rows.get(place);
        double pivot = pivotRow[column];
        for (int i = 0; i < pivotRow.length; i++) {
            pivotRow[i] = Math.abs(pivotRow[i] / pivot) < ZERO ? 0 : pivotRow[i] / pivot;
        }
        for (int other = 0; other < rows.size(); other++) {
            double[] row = rows.get(other);
            double factor = row[column];
            if (other != place && factor != 0) {
                for (int i = 0; i < row.length; i++) {
                    row[i] -= factor * pivotRow[i];
                    row[i] = Math.abs(row[i]) < ZERO ? 0 : row[i];
                }
            }
        }
        basis[place] = column;
    }
}
