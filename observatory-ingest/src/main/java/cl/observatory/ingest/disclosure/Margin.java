package cl.observatory.ingest.disclosure;

import cl.observatory.events.time.Frequency;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A way of adding a data set up: to territories of a level, to periods of a frequency, by some of its dimensions.
 *
 * @param level place among the levels of territories, 0 for the country
 * @param dimensions ids of the data set's own dimensions, in the order of the alphabet
 */
public record Margin(int level, Frequency frequency, List<String> dimensions) {

    public Margin {
        dimensions = List.copyOf(new TreeSet<>(dimensions));
    }

    /** Whether its cells are sums of the other's cells. An equal one is. */
    boolean isWithin(Margin finer) {
        return level <= finer.level
                && frequency.compareTo(finer.frequency) <= 0
                && finer.dimensions.containsAll(dimensions);
    }

    /** The finest margin within both. */
    Margin meet(Margin other) {
        List<String> shared = new ArrayList<>(dimensions);
        shared.retainAll(other.dimensions);
        return new Margin(
                Math.min(level, other.level),
                frequency.compareTo(other.frequency) <= 0 ? frequency : other.frequency,
                shared);
    }

    /** The same without a dimension. */
    Margin without(String dimension) {
        List<String> rest = new ArrayList<>(dimensions);
        rest.remove(dimension);
        return new Margin(level, frequency, rest);
    }

    /** What tells its cells apart, each as a name: a territory tells its region, a month tells its year. */
    Set<String> attributes() {
        Set<String> attributes = new TreeSet<>(dimensions);
        for (int above = 1; above <= level; above++) {
            attributes.add("level " + above);
        }
        for (Frequency above : Frequency.values()) {
            if (above.compareTo(frequency) <= 0) {
                attributes.add("frequency " + above);
            }
        }
        return attributes;
    }
}
