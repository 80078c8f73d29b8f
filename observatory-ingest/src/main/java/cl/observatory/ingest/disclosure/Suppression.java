package cl.observatory.ingest.disclosure;

import java.util.BitSet;

/**
 * Chooses what to hide, by suppress, attack and repair. The same input gives the same mask. It ends, because every round
 * hides at least one cell more, and what is hidden altogether tells nothing.
 */
public final class Suppression {

    private final LinkedCells cells;
    private final Protection protection;

    /**
     * @param k the least number of cases that is shown
     */
    public Suppression(LinkedCells cells, int k) {
        this.cells = cells;
        this.protection = new Protection(k);
    }

    /**
     * @param before cells that are hidden already, whatever their value is now
     * @param told cells that an earlier release showed with the value that they have now
     */
    public Mask mask(BitSet before, BitSet told) {
        BitSet hidden = (BitSet) before.clone();
        BitSet served = new BitSet();
        for (int cell = 0; cell < cells.size(); cell++) {
            served.set(cell, cells.isServed(cell));
            if (cells.isServed(cell) && protection.isSmall(cells.value(cell))) {
                hidden.set(cell);
            }
        }
        Repair repair = new Repair(cells, protection, hidden, new BitSet());
        if (!repair.untilItHolds().isEmpty()) {
            hidden.or(served);
        }
        BitSet revealing = told.isEmpty() ? new BitSet() : new Repair(cells, protection, hidden, told).untilItHolds();
        return new Mask(hidden, revealing);
    }
}
