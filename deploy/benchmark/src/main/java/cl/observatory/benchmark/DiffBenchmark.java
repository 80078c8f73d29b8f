package cl.observatory.benchmark;

import cl.observatory.local.client.ObservatoryClient;
import cl.observatory.local.stack.Stack;
import cl.observatory.local.stack.StackAccess;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long the differences between two releases take: between a table and the same with a month more, and between that and
 * one in which almost every value is another. The first page of a pair counts everything; the pages after it are what a
 * reader waits for.
 */
final class DiffBenchmark {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final double NANOS = 1e9;

    private final Stack stack;
    private final Path folder;

    DiffBenchmark(Stack stack, Path folder) {
        this.stack = stack;
        this.folder = folder;
    }

    /**
     * @param months of the table
     * @param rounds how many pages after the first are read, of 50 cells and then of 1,000
     */
    void measure(int months, int rounds) throws IOException {
        StackAccess access = stack.up();
        SampleFiles files = new SampleFiles(access, folder);
        MainJob job = new MainJob(access, PAUSE);
        ObservatoryClient anyone = ObservatoryClient.anonymous(access.gateway());
        job.define("diff");
        SampleFiles.SampleFile table = files.write("cases.csv", months, SampleFiles.LAST.minusMonths(1));
        job.run("diff", table.path(), MainJob.FULL);
        String first = newest(anyone);
        job.run("diff", files.write("month.csv", 1, SampleFiles.LAST).path(), MainJob.MERGE);
        String merged = newest(anyone);
        // as many months begin later, so that each has the values of another one
        job.run("diff", files.write("cases.csv", months, SampleFiles.LAST).path(), MainJob.FULL);
        String other = newest(anyone);
        System.out.printf(Locale.ROOT, "%n%,d rows%n", table.rows());
        pages(anyone, "a month more", first, merged, rounds);
        pages(anyone, "almost everything another", merged, other, rounds);
        stack.status().forEach(PeakMemory::print);
    }

    private static String newest(ObservatoryClient anyone) {
        return anyone.get("/v1/datasets/diff/releases")
                .get("items")
                .get(0)
                .get("id")
                .asText();
    }

    private static void pages(ObservatoryClient anyone, String what, String before, String after, int rounds) {
        String path = "/v1/releases/" + before + "/diff/" + after;
        long start = System.nanoTime();
        JsonNode page = anyone.get(path);
        double first = (System.nanoTime() - start) / NANOS;
        JsonNode revision = page.get("revision");
        System.out.printf(
                Locale.ROOT,
                "%s: %,d added, %,d changed, %,d removed, %,d the same%n    first page %.2f s%n",
                what,
                revision.get("added").asLong(),
                revision.get("changed").asLong(),
                revision.get("removed").asLong(),
                revision.get("unchanged").asLong(),
                first);
        for (int limit : new int[] {50, 1_000}) {
            List<Double> seconds = new ArrayList<>();
            String cursor = null;
            for (int round = 0; round <= rounds; round++) {
                start = System.nanoTime();
                page = anyone.get(path + "?limit=" + limit + (cursor == null ? "" : "&cursor=" + cursor));
                seconds.add((System.nanoTime() - start) / NANOS);
                cursor = page.get("page").get("nextCursor").asText();
            }
            System.out.printf(
                    Locale.ROOT,
                    "    page of %,d cells, median %.3f s%n",
                    limit,
                    Medians.of(seconds.subList(1, seconds.size()), time -> time));
        }
    }
}
