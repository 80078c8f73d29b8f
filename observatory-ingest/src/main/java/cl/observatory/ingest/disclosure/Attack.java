package cl.observatory.ingest.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reader can compute of the cells that she does not know: by linear programming over all sums of the plan, no
 * value negative, fractions allowed. Cells that share no unknown sum are looked at apart from each other.
 */
final class Attack {

    /** After so many pushes of all open cells together that settled none, each is pushed by itself. */
    private static final int IDLE_ROUNDS = 3;

    /** An odd number that spreads neighbours, by the golden ratio. */
    private static final int SPREAD = 0x9E3779B9;

    private final LinkedCells cells;
    private final Knowledge knowledge;
    private final Protection protection;
    private final FeasibleValues values;

    /**
     * @param values found by earlier attacks of a reader who knew no less
     */
    Attack(LinkedCells cells, Knowledge knowledge, Protection protection, FeasibleValues values) {
        this.cells = cells;
        this.knowledge = knowledge;
        this.protection = protection;
        this.values = values;
    }

    /** The unknown cells in groups that are joined by sums; each in the order of numbers. */
    List<int[]> components() {
        List<int[]> components = new ArrayList<>();
        BitSet reached = new BitSet();
        for (int cell = 0; cell < cells.size(); cell++) {
            if (!knowledge.knows(cell) && !reached.get(cell)) {
                components.add(reach(cell, reached));
            }
        }
        return components;
    }

    private int[] reach(int start, BitSet reached) {
        BitSet component = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        component.set(start);
        while (!open.isEmpty()) {
            for (int sum : cells.sumsOf(open.remove())) {
                cells.sums().get(sum).cells().forEach(cell -> {
                    if (!knowledge.knows(cell) && !component.get(cell)) {
                        component.set(cell);
                        open.add(cell);
                    }
                });
            }
        }
        reached.or(component);
        return component.stream().toArray();
    }

    /**
     * Of the guarded cells of a component, those of which too much can be told. Each was pushed by itself, up and down.
     *
     * @param component as {@link #components} gives it
     */
    List<Integer> exposed(int[] component, BitSet guarded) {
        List<Integer> open = doubtful(component, guarded);
        open.removeIf(cell -> withstands(component, cell));
        return open;
    }

    /**
     * Of the guarded cells of a component, those that were not seen to withstand the attack: quicker, and wrong on the
     * careful side.
     */
    List<Integer> doubtful(int[] component, BitSet guarded) {
        List<Integer> open = new ArrayList<>();
        for (int cell : component) {
            if (guarded.get(cell) && !holds(cell)) {
                open.add(cell);
            }
        }
        int idle = 0;
        for (int round = 0; !open.isEmpty() && idle < IDLE_ROUNDS; round++) {
            Map<Integer, Boolean> directions = new LinkedHashMap<>();
            for (int cell : open) {
                directions.put(cell, goesUp(cell, values.seen(cell), round));
            }
            values.push(knowledge, component, directions);
            idle = open.removeIf(this::holds) ? 0 : idle + 1;
        }
        return open;
    }

    /** Which way a cell is pushed together with others: where it lacks room, else now this way and now that. */
    private boolean goesUp(int cell, Range seen, int round) {
        boolean wasUp = seen.most() >= protection.k() - 1;
        boolean wasDown = seen.least() <= 0;
        return wasUp == wasDown ? (Integer.reverse(cell * SPREAD) >>> round % Integer.SIZE & 1) == 0 : wasDown;
    }

    private boolean withstands(int[] component, int cell) {
        for (boolean up : new boolean[] {true, false}) {
            values.push(knowledge, component, Map.of(cell, up));
            if (holds(cell)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(int cell) {
        return knowledge.small().get(cell)
                ? protection.holdsWhereMarked(values.seen(cell))
                : protection.holds(values.seen(cell));
    }
}
