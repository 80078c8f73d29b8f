package cl.observatory.query.signal;

import cl.observatory.events.time.Period;
import cl.observatory.query.territory.Territories.Territory;

/**
 * What is told of a category, or a group, in a territory and a period.
 *
 * @param atLeast lower end of the band, or the sum of such lower ends; null where no band was told, which says nothing of zero
 * @param band width of the band of a single cell; 0 for a total, which has none
 * @param monthsCovered how many months of the period were closed
 * @param bands how many bands it is made of
 */
record Signal(
        SignalCategory category,
        Territory territory,
        Period period,
        Long atLeast,
        int band,
        int monthsCovered,
        int bands) {

    boolean isTotal() {
        return band == 0;
    }

    /** As {@code LT5} or {@code 5-9}; null for a total. */
    String bandName() {
        if (isTotal()) {
            return null;
        }
        return atLeast == null ? "LT" + band : atLeast + "-" + (atLeast + band - 1);
    }
}
