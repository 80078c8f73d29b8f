package cl.observatory.benchmark;

import cl.observatory.local.stack.Stack;
import cl.observatory.local.stack.StackAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How many rows a second become an answer, from the first byte sent to the first answer served, beside a bare {@code COPY}
 * of the same file into an indexed table of the same PostgreSQL. Each round loads a new data set; medians are printed, with
 * the time of each stage and the most memory each service held.
 */
final class LoadBenchmark {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Stack stack;
    private final Path folder;

    LoadBenchmark(Stack stack, Path folder) {
        this.stack = stack;
        this.folder = folder;
    }

    void measure(int months, int rounds) throws IOException {
        StackAccess access = stack.up();
        SampleFiles.SampleFile file = new SampleFiles(access, folder).write("cases.csv", months, SampleFiles.LAST);
        System.out.printf(Locale.ROOT, "%n%,d rows, %,d MB, %d rounds%n", file.rows(), file.megabytes(), rounds);
        MainJob job = new MainJob(access, PAUSE);
        BareCopy copy = new BareCopy(stack.database("benchmark"));
        List<MainJob.Stages> stages = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            String dataset = "round-" + round;
            job.define(dataset);
            bare.add(copy.seconds(file.path()));
            stages.add(job.run(dataset, file.path(), MainJob.FULL));
            System.out.printf(
                    Locale.ROOT, "round %d: COPY %.1f s; observatory %s%n", round, bare.getLast(), stages.getLast());
        }
        report(file.rows(), stages, bare);
        stack.status().forEach(PeakMemory::print);
    }

    private static void report(long rows, List<MainJob.Stages> stages, List<Double> bare) {
        MainJob.Stages job = Medians.of(stages, MainJob.Stages::total);
        double copy = Medians.of(bare, seconds -> seconds);
        System.out.printf(Locale.ROOT, """

                median COPY          %,10.0f rows/s
                median observatory   %,10.0f rows/s, first byte sent to first answer served
                ratio                %10.2f
                stages               %s
                """, rows / copy, rows / job.total(), copy / job.total(), job);
    }
}
