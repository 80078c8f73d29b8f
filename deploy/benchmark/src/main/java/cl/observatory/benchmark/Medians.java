package cl.observatory.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle one of an odd number of runs, the better of the two middle ones of an even number. */
final class Medians {

    private Medians() {}

    static <T> T of(List<T> runs, ToDoubleFunction<T> seconds) {
        List<T> sorted =
                runs.stream().sorted(Comparator.comparingDouble(seconds)).toList();
        return sorted.get((sorted.size() - 1) / 2);
    }
}
