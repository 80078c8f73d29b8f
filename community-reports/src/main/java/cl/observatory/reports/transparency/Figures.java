package cl.observatory.reports.transparency;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The figures of a month as they are told: multiples of five, of what there was or somewhat less.
 *
 * @param rejected by reason; a reason with fewer than five is not there, as if it had none
 * @param medianDays from coming in to the decision; null with fewer than five decisions
 */
record Figures(int received, Map<String, Integer> rejected, int decided, Integer medianDays, int opened) {

    static final int FLOOR = 5;

    static Figures of(int received, Handled handled) {
        Map<String, Integer> rejected = new TreeMap<>();
        handled.rejected().forEach((reason, number) -> {
            if (number >= FLOOR) {
                rejected.put(reason, floored(number));
            }
        });
        int decided =
                handled.decided().values().stream().mapToInt(Integer::intValue).sum();
        return new Figures(
                floored(received),
                rejected,
                floored(decided),
                decided < FLOOR ? null : median(new TreeMap<>(handled.decided()), decided),
                floored(handled.opened()));
    }

    private static int floored(int number) {
        return number - number % FLOOR;
    }

    /** The days within which half of the decisions were made. */
    private static int median(NavigableMap<Integer, Integer> decided, int all) {
        int within = 0;
        for (Map.Entry<Integer, Integer> days : decided.entrySet()) {
            within += days.getValue();
            if (2 * within >= all) {
                return days.getKey();
            }
        }
        throw new IllegalStateException("no decisions");
    }
}
