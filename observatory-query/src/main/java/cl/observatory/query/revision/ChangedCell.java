package cl.observatory.query.revision;

import cl.observatory.query.cube.Attributes;
import cl.observatory.query.cube.ObsStatus;
import java.time.LocalDate;

/**
 * A cell that two releases do not have in the same way.
 *
 * @param place of its series among those with changes
 * @param dimensions codes in the data set's order, joined by '|'
 * @param before null when it was not there
 * @param after null when it is not there any more
 */
record ChangedCell(int place, String dimensions, String area, LocalDate period, State before, State after) {

    /** What became of it. */
    enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    /**
     * A cell in one release.
     *
     * @param value whole number, null when missing
     * @param attributes none but for an estimate
     */
    record State(Long value, ObsStatus status, Attributes attributes) {}

    Kind kind() {
        if (before == null) {
            return Kind.ADDED;
        }
        return after == null ? Kind.REMOVED : Kind.CHANGED;
    }

    /** How far the value moved, as a whole number; null unless it is there before and after. */
    Long difference() {
        return before == null || after == null || before.value() == null || after.value() == null
                ? null
                : after.value() - before.value();
    }
}
