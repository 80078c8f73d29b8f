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
 * served: first beside a table of a quarter of the months that is alone in the store, then beside the whole one. The same
 * months are merged into both, one after the other; the first merge of each finds cold code, and is not counted. A merge
 * that costs what it changes takes the same time beside either.
 */
final class MergeBenchmark {

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int QUARTER = 4;

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
        YearMonth last = SampleFiles.LAST.minusMonths(rounds + 1L);
        Table quarter = measure(job, files, "quarter", months / QUARTER, last);
        Table whole = measure(job, files, "whole", months, last);
        report(quarter, whole);
        stack.status().forEach(PeakMemory::print);
    }

    /**
     * A table and what was laid over it.
     *
     * @param merged rows of one merge
     * @param merge the median of them
     */
    private record Table(long rows, MainJob.Stages load, long merged, MainJob.Stages merge) {

        double timeOfRow() {
            return merge.total() / merged / (load.total() / rows);
        }
    }

    private static Table measure(MainJob job, SampleFiles files, String dataset, int months, YearMonth last)
            throws IOException {
        SampleFiles.SampleFile table = files.write("cases.csv", months, last);
        job.define(dataset);
        MainJob.Stages load = job.run(dataset, table.path(), MainJob.FULL);
        System.out.printf(Locale.ROOT, "%n%s: %,d rows, %s%n", dataset, table.rows(), load);
        List<MainJob.Stages> merges = new ArrayList<>();
        long rows = 0;
        for (YearMonth month = last.plusMonths(1); !month.isAfter(SampleFiles.LAST); month = month.plusMonths(1)) {
            SampleFiles.SampleFile file = files.write("month.csv", 1, month);
            rows = file.rows();
            MainJob.Stages merge = job.run(dataset, file.path(), MainJob.MERGE);
            System.out.printf(Locale.ROOT, "%s merged into %s: %s%n", month, dataset, merge);
            merges.add(merge);
        }
        return new Table(table.rows(), load, rows, Medians.of(merges.subList(1, merges.size()), MainJob.Stages::total));
    }

    private static void report(Table quarter, Table whole) {
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
                quarter.merged(),
                quarter.rows(),
                quarter.merge(),
                whole.merged(),
                whole.rows(),
                whole.merge(),
                whole.merge().total() / quarter.merge().total(),
                whole.merge().total() / whole.load().total(),
                (double) whole.merged() / whole.rows(),
                whole.timeOfRow());
    }
}
