package cl.observatory.benchmark;

import cl.observatory.local.stack.Stack;
import cl.observatory.local.stack.StackAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long a new month takes that is laid over a table ({@code update=merge}), from the first byte sent to the first answer
 * served: beside the whole table, and beside one of a quarter of its months. In each round the same next month is merged
 * into both. A merge that costs what it changes takes the same time beside either.
 */
final class MergeBenchmark {

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int QUARTER = 4;
    private static final String WHOLE = "whole";
    private static final String PART = "quarter";

    private final Stack stack;
    private final Path folder;

    MergeBenchmark(Stack stack, Path folder) {
        this.stack = stack;
        this.folder = folder;
    }

    /**
     * @param months of the whole table, before the first merge
     * @param rounds how many months are merged, one after the other
     */
    void measure(int months, int rounds) throws IOException {
        StackAccess access = stack.up();
        SampleFiles files = new SampleFiles(access, folder);
        MainJob job = new MainJob(access, PAUSE);
        YearMonth last = SampleFiles.LAST.minusMonths(rounds);
        Loaded quarter = load(job, PART, files.write("quarter.csv", months / QUARTER, last));
        Loaded whole = load(job, WHOLE, files.write("cases.csv", months, last));
        List<MainJob.Stages> besideQuarter = new ArrayList<>();
        List<MainJob.Stages> besideWhole = new ArrayList<>();
        long rows = 0;
        for (int round = 1; round <= rounds; round++) {
            SampleFiles.SampleFile month = files.write("month.csv", 1, last.plusMonths(round));
            rows = month.rows();
            // whichever comes second finds warm code and caches: each is second in turn
            if (round % 2 == 0) {
                besideWhole.add(merge(job, WHOLE, month));
                besideQuarter.add(merge(job, PART, month));
            } else {
                besideQuarter.add(merge(job, PART, month));
                besideWhole.add(merge(job, WHOLE, month));
            }
            System.out.printf(
                    Locale.ROOT,
                    "month %d: beside a quarter %s; beside all %s%n",
                    round,
                    besideQuarter.getLast(),
                    besideWhole.getLast());
        }
        report(rows, quarter, whole, Medians.of(besideQuarter, MainJob.Stages::total), besideWhole);
        stack.status().forEach(PeakMemory::print);
    }

    private record Loaded(long rows, MainJob.Stages stages) {}

    private static Loaded load(MainJob job, String dataset, SampleFiles.SampleFile file) throws IOException {
        job.define(dataset);
        MainJob.Stages stages = job.run(dataset, file.path(), MainJob.FULL);
        System.out.printf(Locale.ROOT, "%n%s: %,d rows, %s%n", dataset, file.rows(), stages);
        return new Loaded(file.rows(), stages);
    }

    private static MainJob.Stages merge(MainJob job, String dataset, SampleFiles.SampleFile month) throws IOException {
        return job.run(dataset, month.path(), MainJob.MERGE);
    }

    private static void report(
            long rows, Loaded quarter, Loaded whole, MainJob.Stages besideQuarter, List<MainJob.Stages> merges) {
        MainJob.Stages besideWhole = Medians.of(merges, MainJob.Stages::total);
        double share = besideWhole.total() / whole.stages().total();
        System.out.printf(
                Locale.ROOT,
                """

                median merge of %,d rows beside %,d rows   %s
                median merge of %,d rows beside %,d rows   %s
                merge beside all / beside a quarter   %8.2f   (1: the table does not matter)
                merge / load of the whole table       %8.3f
                rows of the merge / of the table      %8.3f
                time of a row, merged / loaded        %8.1f
                """,
                rows,
                quarter.rows(),
                besideQuarter,
                rows,
                whole.rows(),
                besideWhole,
                besideWhole.total() / besideQuarter.total(),
                share,
                (double) rows / whole.rows(),
                share * whole.rows() / rows);
    }
}
