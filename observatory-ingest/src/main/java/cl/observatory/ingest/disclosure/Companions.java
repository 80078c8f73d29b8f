package cl.observatory.ingest.disclosure;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Chooses what is hidden along with small cells: first what is enough, then what leaves no further sum with a single
 * hidden cell, then the smallest value, then the first.
 */
final class Companions {

    private final LinkedCells cells;
    private final Protection protection;
    private final BitSet hidden;
    private final BitSet told;

    Companions(LinkedCells cells, Protection protection, BitSet hidden, BitSet told) {
        this.cells = cells;
        this.protection = protection;
        this.hidden = hidden;
        this.told = told;
    }

    /** What a reader knows without arithmetic. */
    BitSet known() {
        BitSet known = (BitSet) told.clone();
        for (int cell = 0; cell < cells.size(); cell++) {
            if (cells.isServed(cell) && !hidden.get(cell)) {
                known.set(cell);
            }
        }
        return known;
    }

    /**
     * Hides companions until no sum by itself tells too much: where the total is known, at least two parts are hidden,
     * and they come to k or more; where it is not, some part is hidden too. Quick, and leaves little to the attack.
     *
     * @return what was added
     */
    BitSet close() {
        BitSet before = (BitSet) hidden.clone();
        boolean added = true;
        while (added) {
            added = false;
            BitSet known = derived();
            for (Sum sum : cells.sums()) {
                added |= close(sum, known);
            }
        }
        BitSet fresh = (BitSet) hidden.clone();
        fresh.andNot(before);
        return fresh;
    }

    /** What is known, with the sums that tables share as far as one sum gives them away. */
    private BitSet derived() {
        BitSet known = known();
        boolean found = true;
        while (found) {
            found = false;
            for (Sum sum : cells.sums()) {
                int unknown = onlyUnknown(sum, known);
                if (unknown >= 0 && !cells.isServed(unknown)) {
                    known.set(unknown);
                    found = true;
                }
            }
        }
        return known;
    }

    private static int onlyUnknown(Sum sum, BitSet known) {
        int unknown = known.get(sum.total()) ? -1 : sum.total();
        for (int part : sum.parts().toArray()) {
            if (!known.get(part)) {
                if (unknown >= 0) {
                    return -1;
                }
                unknown = part;
            }
        }
        return unknown;
    }

    private boolean close(Sum sum, BitSet known) {
        boolean added = false;
        while (tellsTooMuch(sum, known)) {
            long hiddenSum = hiddenSum(sum, known);
            Optional<Integer> companion = sum.cells()
                    .filter(this::canBeHidden)
                    .boxed()
                    .min(Comparator.<Integer, Boolean>comparing(
                                    cell -> cell != sum.total() && hiddenSum + cells.value(cell) < protection.k())
                            .thenComparing(cost(known)));
            if (companion.isEmpty()) {
                return added;
            }
            hidden.set(companion.get());
            known.clear(companion.get());
            added = true;
        }
        return added;
    }

    private boolean tellsTooMuch(Sum sum, BitSet known) {
        long unknownParts = sum.parts().filter(part -> !known.get(part)).count();
        if (!known.get(sum.total())) {
            return unknownParts == 0;
        }
        return unknownParts == 1 || (unknownParts > 1 && hiddenSum(sum, known) < protection.k());
    }

    private long hiddenSum(Sum sum, BitSet known) {
        return sum.parts()
                .filter(part -> !known.get(part))
                .mapToLong(cells::value)
                .sum();
    }

    private boolean canBeHidden(int cell) {
        return cells.isServed(cell) && !hidden.get(cell) && !told.get(cell);
    }

    private Comparator<Integer> cost(BitSet known) {
        return Comparator.<Integer>comparingLong(cell -> cells.sumsOf(cell).stream()
                        .filter(sum -> cells.sums().get(sum).cells().allMatch(known::get))
                        .count())
                .thenComparing(cell -> cells.value(cell) == 0)
                .thenComparingLong(cells::value)
                .thenComparing(Comparator.naturalOrder());
    }

    /** The cheapest cell that could be hidden, of those in the nearest sums around an unknown cell; -1 without any. */
    int nearest(int exposed) {
        BitSet known = known();
        BitSet reached = new BitSet();
        BitSet seenSums = new BitSet();
        Deque<Integer> ring = new ArrayDeque<>(List.of(exposed));
        reached.set(exposed);
        while (!ring.isEmpty()) {
            BitSet around = new BitSet();
            for (int cell : ring) {
                for (int sum : cells.sumsOf(cell)) {
                    if (!seenSums.get(sum)) {
                        seenSums.set(sum);
                        cells.sums().get(sum).cells().forEach(around::set);
                    }
                }
            }
            Optional<Integer> best =
                    around.stream().filter(this::canBeHidden).boxed().min(cost(known));
            if (best.isPresent()) {
                return best.get();
            }
            ring.clear();
            around.stream()
                    .filter(cell -> !known.get(cell) && !reached.get(cell))
                    .forEach(cell -> {
                        reached.set(cell);
                        ring.add(cell);
                    });
        }
        return -1;
    }

    /** Whether a sum that the cell is in has one of the others. */
    boolean isNextTo(int cell, BitSet others) {
        return cells.sumsOf(cell).stream()
                .flatMapToInt(sum -> cells.sums().get(sum).cells())
                .anyMatch(others::get);
    }
}
