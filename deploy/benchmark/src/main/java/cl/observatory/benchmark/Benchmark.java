package cl.observatory.benchmark;

import cl.observatory.local.stack.ServiceDefinition;
import cl.observatory.local.stack.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code ./observatory benchmark [merge|csv|diff] [months [rounds]]}: {@link LoadBenchmark}, or by the word {@link
 * MergeBenchmark}, {@link CsvBenchmark} or {@link DiffBenchmark}; {@code benchmark answers [months [part…]]}: {@link
 * AnswersBenchmark}; {@code benchmark reports [rounds]}: {@link ReportsBenchmark}. Each on a stack that is there for it
 * alone.
 */
public final class Benchmark {

    private static final int ALL_MONTHS = 240;
    private static final String REPORTS = "reports";

    private Benchmark() {}

    public static void main(String[] arguments) throws IOException {
        // Kafka's client tells its whole configuration whenever one is made.
        Logger.getLogger("").setLevel(Level.SEVERE);
        Path checkout = Path.of(arguments[0]);
        List<String> words = List.of(arguments).subList(1, arguments.length);
        Path folder = checkout.resolve("deploy/benchmark/target");
        List<ServiceDefinition> services =
                words.contains(REPORTS) ? ReportsBenchmark.services() : ServiceDefinition.all();
        Stack stack = Stack.kept(checkout, folder.resolve("stack"), services, System.out::println);
        stack.reset();
        try {
            measure(stack, folder, words);
        } finally {
            stack.reset();
        }
    }

    private static void measure(Stack stack, Path folder, List<String> words) throws IOException {
        switch (words.isEmpty() ? "" : words.getFirst()) {
            case "merge" ->
                new MergeBenchmark(stack, folder).measure(number(words, 1, ALL_MONTHS), number(words, 2, 3));
            case "csv" -> new CsvBenchmark(stack, folder).measure(number(words, 1, 60), number(words, 2, 5));
            case "diff" -> new DiffBenchmark(stack, folder).measure(number(words, 1, ALL_MONTHS), number(words, 2, 5));
            case REPORTS -> new ReportsBenchmark(stack).measure(number(words, 1, 5));
            case "answers" -> {
                List<String> parts = words.size() > 2
                        ? words.subList(2, words.size())
                        : List.of(AnswersBenchmark.KEPT, AnswersBenchmark.MADE, AnswersBenchmark.SWITCH);
                new AnswersBenchmark(stack, folder).measure(number(words, 1, ALL_MONTHS), Set.copyOf(parts));
            }
            default -> new LoadBenchmark(stack, folder).measure(number(words, 0, 60), number(words, 1, 3));
        }
    }

    private static int number(List<String> words, int place, int otherwise) {
        return place < words.size() ? Integer.parseInt(words.get(place)) : otherwise;
    }
}
