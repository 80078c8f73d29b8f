package cl.observatory.benchmark;

import cl.observatory.local.stack.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code ./observatory benchmark [merge] [months [rounds]]}: {@link LoadBenchmark}, or with the word {@code merge} {@link
 * MergeBenchmark}, on a stack that is there for it alone.
 */
public final class Benchmark {

    private static final String MERGE = "merge";

    private Benchmark() {}

    public static void main(String[] arguments) throws IOException {
        // Kafka's client tells its whole configuration whenever one is made.
        Logger.getLogger("").setLevel(Level.SEVERE);
        Path checkout = Path.of(arguments[0]);
        boolean merges = arguments.length > 1 && arguments[1].equals(MERGE);
        int[] numbers = Arrays.stream(arguments)
                .skip(merges ? 2 : 1)
                .mapToInt(Integer::parseInt)
                .toArray();
        Path folder = checkout.resolve("deploy/benchmark/target");
        Stack stack = Stack.kept(checkout, folder.resolve("stack"), System.out::println);
        stack.reset();
        try {
            if (merges) {
                new MergeBenchmark(stack, folder).measure(number(numbers, 0, 240), number(numbers, 1, 3));
            } else {
                new LoadBenchmark(stack, folder).measure(number(numbers, 0, 60), number(numbers, 1, 3));
            }
        } finally {
            stack.reset();
        }
    }

    private static int number(int[] numbers, int place, int otherwise) {
        return place < numbers.length ? numbers[place] : otherwise;
    }
}
