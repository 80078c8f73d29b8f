package cl.observatory.ingest.disclosure;

import java.util.BitSet;

/**
 * Hides cells until what is hidden withstands the attack. What is hidden more takes nothing from the protection of other
 * cells, so that only fresh and exposed ones are looked at again.
 */
final class Repair {

    private final LinkedCells cells;
    private final Protection protection;
    private final BitSet hidden;
    private final BitSet told;
    private final Companions companions;
    private final FeasibleValues values;
    private final BitSet hopeless = new BitSet();

    /**
     * @param hidden changed by what is added to it
     * @param told cells whose value is known although it may be hidden
     */
    Repair(LinkedCells cells, Protection protection, BitSet hidden, BitSet told) {
        this.cells = cells;
        this.protection = protection;
        this.hidden = hidden;
        this.told = told;
        this.values = new FeasibleValues(cells, protection);
        this.companions = new Companions(cells, protection, hidden, told);
    }

    /**
     * @return cells that stay exposed, since nothing is left that could be hidden to help them
     */
    BitSet untilItHolds() {
        BitSet doubtful = new BitSet();
        doubtful.set(0, cells.size());
        while (!doubtful.isEmpty()) {
            doubtful.or(companions.close());
            doubtful = attack(doubtful);
        }
        return hopeless;
    }

    /** Attacks the doubtful cells and helps the exposed ones; what is doubtful then. */
    private BitSet attack(BitSet doubtful) {
        BitSet guarded = guarded();
        guarded.and(doubtful);
        Attack attack = new Attack(cells, companions.known(), protection, values);
        BitSet exposed = new BitSet();
        attack.components()
                .forEach(component -> attack.exposed(component, guarded).forEach(exposed::set));
        BitSet companionsOfRound = new BitSet();
        exposed.stream().forEach(cell -> help(cell, companionsOfRound));
        exposed.or(companionsOfRound);
        exposed.andNot(hopeless);
        return exposed;
    }

    private void help(int cell, BitSet companionsOfRound) {
        if (companions.isNextTo(cell, companionsOfRound)) {
            return;
        }
        int companion = companions.nearest(cell);
        if (companion < 0) {
            hopeless.set(cell);
        } else {
            hidden.set(companion);
            companionsOfRound.set(companion);
        }
    }

    /** What is hidden, and small sums that tables share without serving them. */
    BitSet guarded() {
        BitSet guarded = (BitSet) hidden.clone();
        for (int cell = 0; cell < cells.size(); cell++) {
            if (!cells.isServed(cell) && protection.isSmall(cells.value(cell))) {
                guarded.set(cell);
            }
        }
        guarded.andNot(told);
        guarded.andNot(hopeless);
        return guarded;
    }
}
