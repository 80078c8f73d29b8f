package cl.observatory.ingest.disclosure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Values that the unknown cells can have together, by all that a reader knows: the true ones, and those found by pushing
 * some cells as far down or up as they go. Each assignment found is remembered for every cell, since most cells move
 * along when some are pushed. What was found stays possible when a reader knows less.
 */
final class FeasibleValues {

    private final LinkedCells cells;
    private final int k;
    private final double[] least;
    private final double[] most;

    FeasibleValues(LinkedCells cells, Protection protection) {
        this.cells = cells;
        this.k = protection.k();
        this.least = new double[cells.size()];
        Arrays.setAll(least, cells::value);
        this.most = least.clone();
    }

    /** Between which values a cell was seen. */
    Range seen(int cell) {
        return new Range(least[cell], most[cell]);
    }

    /**
     * Pushes cells as far as they go together, each no further than it matters. An answer that the solver does not give is
     * none: the cells count as ones that cannot move.
     *
     * @param component all unknown cells that sums join to those pushed
     * @param directions of the cells pushed, true for up
     */
    void push(int[] component, Map<Integer, Boolean> directions) {
        ExpressionsBasedModel model = model(component, directions);
        Optimisation.Result found = model.maximise();
        if (!found.getState().isOptimal() || !model.validate(found)) {
            return;
        }
        for (int place = 0; place < component.length; place++) {
            int cell = component[place];
            least[cell] = Math.min(least[cell], found.doubleValue(place));
            most[cell] = Math.max(most[cell], found.doubleValue(place));
        }
    }

    private ExpressionsBasedModel model(int[] component, Map<Integer, Boolean> directions) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Map<Integer, Variable> variables = new HashMap<>();
        TreeSet<Integer> sums = new TreeSet<>();
        for (int cell : component) {
            Variable variable = model.newVariable(Integer.toString(cell)).lower(0);
            Boolean up = directions.get(cell);
            if (up != null) {
                variable.weight(up ? 1 : -1).upper(cells.value(cell) + k);
            }
            variables.put(cell, variable);
            sums.addAll(cells.sumsOf(cell));
        }
        for (int number : sums) {
            Sum sum = cells.sums().get(number);
            Expression expression = model.newExpression(Integer.toString(number));
            long known = add(expression, variables, sum.total(), -1);
            for (int part : sum.parts().toArray()) {
                known += add(expression, variables, part, 1);
            }
            expression.level(-known);
        }
        return model;
    }

    /** Adds a cell to a sum; what it adds to its known side. */
    private long add(Expression expression, Map<Integer, Variable> variables, int cell, long sign) {
        Variable variable = variables.get(cell);
        if (variable == null) {
            return sign * cells.value(cell);
        }
        expression.set(variable, sign);
        return 0;
    }
}
