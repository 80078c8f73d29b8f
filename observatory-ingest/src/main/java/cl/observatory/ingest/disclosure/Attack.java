package cl.observatory.ingest.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a reader can compute of the cells that she does not know: by linear programming over all sums of the plan, no
 * value negative, fractions allowed. Cells that share no unknown sum are looked at apart from each other.
 */
final class Attack {

    /** After so many pushes of all open cells together that settled none, each is pushed by itself. */
    private static final int IDLE_ROUNDS = 3;

    /** An odd number that spreads neighbours, by the golden ratio. */
    private static final int SPREAD = 0x9E3779B9;

    /** So many cells around one nearly always show whether it withstands: a small program, where all are a large one. */
    private static final int VICINITY = 60;

    /**
     * In a larger group, cells that are pushed together only and were not seen to withstand count as exposed: much quicker,
     * and a few more cells are hidden than need be.
     */
    private static final int EXACT = 500;

    private final LinkedCells cells;
    private final BitSet known;
    private final Protection protection;
    private final FeasibleValues values;
    private final int vicinity;

    /**
     * @param known numbers of the cells whose value the reader knows; of the others she knows that they are not negative
     * @param values found by earlier attacks of a reader who knew no less
     */
    Attack(LinkedCells cells, BitSet known, Protection protection, FeasibleValues values) {
        this(cells, known, protection, values, VICINITY);
    }

    /**
     * @param vicinity how many cells around one are moved at first, all others staying as they are
     */
    Attack(LinkedCells cells, BitSet known, Protection protection, FeasibleValues values, int vicinity) {
        this.cells = cells;
        this.known = known;
        this.protection = protection;
        this.values = values;
        this.vicinity = vicinity;
    }

    /** The unknown cells in groups that are joined by sums; each in the order of numbers. */
    List<int[]> components() {
        List<int[]> components = new ArrayList<>();
        BitSet reached = new BitSet();
        for (int cell = 0; cell < cells.size(); cell++) {
            if (!known.get(cell) && !reached.get(cell)) {
                BitSet component = reach(cell, cells.size());
                reached.or(component);
                components.add(component.stream().toArray());
            }
        }
        return components;
    }

    /** Unknown cells that sums join to one, the nearest first, until there are enough. */
    private BitSet reach(int start, int enough) {
        BitSet near = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        near.set(start);
        int count = 1;
        while (!open.isEmpty() && count < enough) {
            for (int sum : cells.sumsOf(open.remove())) {
                for (int cell : cells.sums().get(sum).cells().toArray()) {
                    if (!known.get(cell) && !near.get(cell)) {
                        near.set(cell);
                        open.add(cell);
                        count++;
                    }
                }
            }
        }
        return near;
    }

    /**
     * Of the guarded cells of a component, those of which too much can be told. Each is pushed with what is near, then all
     * that are left together, this way and that, and what this leaves open by itself; in a large group, that counts as exposed.
     *
     * @param component as {@link #components} gives it
     */
    List<Integer> exposed(int[] component, BitSet guarded) {
        BitSet open = new BitSet();
        Arrays.stream(component)
                .filter(cell -> guarded.get(cell) && !holds(cell))
                .forEach(open::set);
        if (component.length > vicinity) {
            open.stream().filter(cell -> !holds(cell)).forEach(cell -> pushWithVicinity(cell, open));
        }
        List<Integer> left = new ArrayList<>();
        open.stream().filter(cell -> !holds(cell)).forEach(left::add);
        int patience = component.length > EXACT ? 1 : IDLE_ROUNDS;
        int idle = 0;
        for (int round = 0; !left.isEmpty() && idle < patience; round++) {
            values.push(component, directions(left.stream().mapToInt(Integer::intValue), round));
            idle = left.removeIf(this::holds) ? 0 : idle + 1;
        }
        if (component.length <= EXACT) {
            left.removeIf(cell -> withstands(component, cell));
        }
        return left;
    }

    /** What moves while all else stays as it is could move all the more if nothing stayed. */
    private void pushWithVicinity(int cell, BitSet open) {
        BitSet near = reach(cell, vicinity);
        int[] moved = near.stream().toArray();
        near.and(open);
        for (int round = 0; round < 2 && !holds(cell); round++) {
            values.push(moved, directions(near.stream().filter(other -> !holds(other)), round));
        }
    }

    private Map<Integer, Boolean> directions(IntStream pushed, int round) {
        Map<Integer, Boolean> directions = new LinkedHashMap<>();
        pushed.forEach(cell -> directions.put(cell, goesUp(cell, values.seen(cell), round)));
        return directions;
    }

    private boolean withstands(int[] component, int cell) {
        for (boolean up : new boolean[] {true, false}) {
            values.push(component, Map.of(cell, up));
            if (holds(cell)) {
                return true;
            }
        }
        return false;
    }

    /** Which way a cell is pushed together with others: where it lacks room, else now this way and now that. */
    private boolean goesUp(int cell, Range seen, int round) {
        boolean wasUp = seen.most() >= protection.k() - 1;
        boolean wasDown = seen.least() <= 0;
        return wasUp == wasDown ? (Integer.reverse(cell * SPREAD) >>> round % Integer.SIZE & 1) == 0 : wasDown;
    }

    private boolean holds(int cell) {
        return protection.holds(values.seen(cell));
    }
}
