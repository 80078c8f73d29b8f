package cl.observatory.ingest.disclosure;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Chooses which small cells are marked as such. The mark tells a reader that the value is 1 or more and below k; where
 * that would let her tell more, a cell is marked like a companion, about which nothing is said.
 */
final class Marks {

    private final LinkedCells cells;
    private final Protection protection;
    private final BitSet known;
    private final BitSet small = new BitSet();

    /**
     * @param known to a reader without arithmetic
     */
    Marks(LinkedCells cells, Protection protection, BitSet hidden, BitSet known) {
        this.cells = cells;
        this.protection = protection;
        this.known = known;
        hidden.stream().filter(cell -> protection.isSmall(cells.value(cell))).forEach(small::set);
        cells.sums().stream().filter(this::pinsItsParts).map(Sum::total).forEach(small::clear);
    }

    /** A small total of several small parts leaves the parts less than they could be. */
    private boolean pinsItsParts(Sum sum) {
        return sum.parts().filter(small::get).count() > 1;
    }

    /**
     * Attacks the small cells as a reader would who knows what a mark means. Companions are not small: that a mark tells
     * more of them harms nobody.
     *
     * @param guarded cells that withstand an attack by a reader who knows nothing of marks
     * @return cells that can be marked
     */
    BitSet choose(BitSet guarded) {
        BitSet sensitive = new BitSet();
        guarded.stream().filter(cell -> protection.isSmall(cells.value(cell))).forEach(sensitive::set);
        Attack attack =
                new Attack(cells, new Knowledge(known, small), protection, new FeasibleValues(cells, protection));
        for (int[] component : attack.components()) {
            BitSet unmarked = new BitSet();
            do {
                unmarked.clear();
                attack.doubtful(component, sensitive).forEach(cell -> unmark(cell, unmarked));
                small.andNot(unmarked);
            } while (!unmarked.isEmpty());
        }
        return small;
    }

    /** Unmarks the nearest marked cell, unless that was done for a cell close by. */
    private void unmark(int exposed, BitSet unmarked) {
        BitSet reached = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(exposed));
        reached.set(exposed);
        while (!open.isEmpty()) {
            int cell = open.remove();
            if (small.get(cell)) {
                unmarked.set(cell);
                return;
            }
            for (int number : cells.sumsOf(cell)) {
                Sum sum = cells.sums().get(number);
                sum.cells()
                        .filter(other -> !known.get(other) && !reached.get(other))
                        .forEach(other -> {
                            reached.set(other);
                            open.add(other);
                        });
            }
        }
    }
}
