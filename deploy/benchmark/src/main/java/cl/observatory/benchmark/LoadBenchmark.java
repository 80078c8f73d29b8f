package cl.observatory.benchmark;

import cl.observatory.local.client.ObservatoryClient;
import cl.observatory.local.client.ReferenceData;
import cl.observatory.local.sample.SampleCases;
import cl.observatory.local.stack.Stack;
import cl.observatory.local.stack.StackAccess;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code ./observatory benchmark [months [rounds]]}: how many rows a second become an answer, from the first byte sent to
 * the first answer served, beside a bare {@code COPY} of the same file into an indexed table of the same PostgreSQL. Each
 * round loads a new data set; medians are printed, with the time of each stage and the most memory each service held.
 */
public final class LoadBenchmark {

    private static final String SCHEME = "CEAD-2024";
    private static final long SEED = 7;
    private static final int LAST_YEAR = 2025;

    private LoadBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        // Kafka's client tells its whole configuration whenever one is made.
        Logger.getLogger("").setLevel(Level.SEVERE);
        Path checkout = Path.of(arguments[0]);
        int months = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        Path folder = checkout.resolve("deploy/benchmark/target");
        Stack stack = Stack.kept(checkout, folder.resolve("stack"), System.out::println);
        stack.reset();
        try {
            measure(stack, folder.resolve("cases.csv"), months, rounds);
        } finally {
            stack.reset();
        }
    }

    private static void measure(Stack stack, Path file, int months, int rounds) throws IOException {
        StackAccess access = stack.up();
        ReferenceData reference = new ReferenceData(ObservatoryClient.anonymous(access.gateway()));
        reference.await(SCHEME);
        SampleCases cases = new SampleCases(
                SEED,
                reference.communes(),
                reference.classes(SCHEME, "subgroup"),
                YearMonth.of(LAST_YEAR, 12).minusMonths(months - 1L),
                months);
        write(cases, file);
        System.out.printf(
                Locale.ROOT, "%n%,d rows, %,d MB, %d rounds%n", cases.rows(), Files.size(file) / 1_000_000, rounds);
        MainJob job = new MainJob(access);
        BareCopy copy = new BareCopy(stack.database("benchmark"));
        List<MainJob.Stages> stages = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            bare.add(copy.seconds(file));
            stages.add(job.run("round-" + round, file));
            System.out.printf(
                    Locale.ROOT, "round %d: COPY %.1f s; observatory %s%n", round, bare.getLast(), stages.getLast());
        }
        report(cases.rows(), stages, bare);
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

    private static void write(SampleCases cases, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (byte[] piece : cases) {
                out.write(piece);
            }
        }
    }
}
