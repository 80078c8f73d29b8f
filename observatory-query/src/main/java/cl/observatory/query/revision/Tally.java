package cl.observatory.query.revision;

import java.math.BigDecimal;

/**
 * Cells that differ, counted, and how far their values moved, in whole numbers.
 *
 * @param changed that are there before and after
 * @param revised of those, that have a value before and after, and another one
 * @param net sum of the differences of those
 * @param absolute sum of their absolute differences
 * @param largest of their absolute differences
 * @param compared of those, that had a value above zero: there is no percent of anything else
 * @param relative sum of the absolute differences of those, each as a share of the value before
 */
record Tally(
        long added,
        long changed,
        long removed,
        long revised,
        BigDecimal net,
        BigDecimal absolute,
        long largest,
        long compared,
        double relative) {

    static final Tally NONE = new Tally(0, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                added + other.added,
                changed + other.changed,
                removed + other.removed,
                revised + other.revised,
                net.add(other.net),
                absolute.add(other.absolute),
                Math.max(largest, other.largest),
                compared + other.compared,
                relative + other.relative);
    }

    long cells() {
        return added + changed + removed;
    }
}
