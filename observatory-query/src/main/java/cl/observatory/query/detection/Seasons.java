package cl.observatory.query.detection;

import java.util.Arrays;
import java.util.List;

/** Which places within the year share a level. The first level is that of the place that is asked about. */
final class Seasons {

    private final int[] levels;
    private final int count;

    private Seasons(int[] levels, int count) {
        this.levels = levels;
        this.count = count;
    }

    /**
     * From the finest to none: every place beside the window has a level of its own; all of them have one together; the year
     * has one level.
     *
     * @param place in the middle of the window, from 0
     * @param halfWindow places before and after it that share its level
     */
    static List<Seasons> around(int place, int halfWindow, int perYear) {
        int[] each = new int[perYear];
        int[] rest = new int[perYear];
        int next = 1;
        for (int other = 0; other < perYear; other++) {
            int away = Math.abs(other - place);
            boolean inWindow = Math.min(away, perYear - away) <= halfWindow;
            each[other] = inWindow ? 0 : next++;
            rest[other] = inWindow ? 0 : 1;
        }
        return next == 1
                ? List.of(none(perYear))
                : List.of(new Seasons(each, next), new Seasons(rest, 2), none(perYear));
    }

    /** Every place by itself, or no level but one. */
    static List<Seasons> ofAll(int perYear) {
        int[] each = new int[perYear];
        Arrays.setAll(each, place -> place);
        return perYear == 1 ? List.of(none(1)) : List.of(new Seasons(each, perYear), none(perYear));
    }

    private static Seasons none(int perYear) {
        return new Seasons(new int[perYear], 1);
    }

    int count() {
        return count;
    }

    int level(int place) {
        return levels[place];
    }
}
