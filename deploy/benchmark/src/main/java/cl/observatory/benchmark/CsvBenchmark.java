package cl.observatory.benchmark;

import cl.observatory.local.stack.Stack;
import cl.observatory.local.stack.StackAccess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How fast a whole data set comes as CSV through the gateway, beside a bare {@code COPY (SELECT …) TO STDOUT} of the same
 * rows, columns and order from the same tables, and the same slice in the other forms of files. Each round does one after
 * the other; medians are printed. The first round finds cold code and is not counted. Of the service, the most memory that it ever held is printed after the load and
 * after the files.
 */
final class CsvBenchmark {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final double NANOS = 1e9;
    private static final double MEGA = 1e6;

    /** The columns of the file, as one would write it by hand; the rows in the order of the file. */
    private static final String SAME_ROWS = """
            select ref_area, to_char(period, 'YYYY-MM'), dimensions, value,
                   ('{A,P,V,I,G,E,F,D,K,N,U,B,L,O,M,Q}'::text[])[status + 1]
            from series join cell on series_id = id
            where dataset_id = 'csv' and frequency = 'M' and level = 'commune' and not derived
              and from_release <= {key} and until_release > {key}
            """;

    /** Other forms of the same file. */
    private static final List<String> FORMS = List.of("ndjson", "sdmx-csv", "sdmx-json", "json-stat", "parquet");

    private static final String IN_ORDER = " order by dimensions, ref_area, period";

    private final Stack stack;
    private final Path folder;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    CsvBenchmark(Stack stack, Path folder) {
        this.stack = stack;
        this.folder = folder;
    }

    /**
     * Seconds of one round, and the bytes of the file.
     *
     * @param forms seconds of each of {@link #FORMS}
     */
    private record Round(double copy, double unordered, double file, long bytes, List<Double> forms) {}

    void measure(int months, int rounds) throws IOException {
        StackAccess access = stack.up();
        SampleFiles.SampleFile file = new SampleFiles(access, folder).write("cases.csv", months, SampleFiles.LAST);
        MainJob job = new MainJob(access, PAUSE);
        job.define("csv");
        job.run("csv", file.path(), MainJob.FULL);
        System.out.printf(Locale.ROOT, "%n%,d rows, %d rounds and one more before them%n", file.rows(), rounds);
        stack.status().stream()
                .filter(process -> process.name().equals("query"))
                .forEach(PeakMemory::print);
        List<Round> counted = new ArrayList<>();
        try (QueryDatabase database = new QueryDatabase(stack)) {
            database.settle();
            String select = SAME_ROWS.replace(
                    "{key}",
                    Integer.toString(database.number(
                            "select max(key) from release where dataset_id = 'csv' and state = 'VISIBLE'")));
            for (int number = 0; number <= rounds; number++) {
                Round round = round(database, select, access.gateway());
                System.out.printf(
                        Locale.ROOT,
                        "round %d: COPY %.2f s, without an order %.2f s, file %.2f s%n",
                        number,
                        round.copy(),
                        round.unordered(),
                        round.file());
                if (number > 0) {
                    counted.add(round);
                }
            }
        }
        report(file.rows(), counted);
        stack.status().forEach(PeakMemory::print);
    }

    private Round round(QueryDatabase database, String select, URI gateway) throws IOException {
        double copy = database.copyOut(select + IN_ORDER, OutputStream.nullOutputStream());
        double unordered = database.copyOut(select, OutputStream.nullOutputStream());
        long start = System.nanoTime();
        long bytes = read(gateway, "csv");
        double file = (System.nanoTime() - start) / NANOS;
        List<Double> forms = new ArrayList<>();
        for (String form : FORMS) {
            start = System.nanoTime();
            read(gateway, form);
            forms.add((System.nanoTime() - start) / NANOS);
        }
        return new Round(copy, unordered, file, bytes, forms);
    }

    /** Reads a file to its end; how long it is. */
    private long read(URI gateway, String form) throws IOException {
        try {
            HttpResponse<InputStream> answer = http.send(
                    HttpRequest.newBuilder(gateway.resolve("/v1/datasets/csv/observations?format=" + form))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IOException("answered with " + answer.statusCode());
            }
            try (InputStream body = answer.body()) {
                return body.transferTo(OutputStream.nullOutputStream());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static void report(long rows, List<Round> rounds) {
        double copy = Medians.of(rounds, Round::copy).copy();
        double unordered = Medians.of(rounds, Round::unordered).unordered();
        double file = Medians.of(rounds, Round::file).file();
        System.out.printf(
                Locale.ROOT,
                """

                median COPY (SELECT …) TO STDOUT  %,10.0f rows/s
                the same without an order         %,10.0f rows/s
                median file through the gateway   %,10.0f rows/s, %.0f MB/s
                file / COPY                       %10.2f
                file / COPY without an order      %10.2f
                """,
                rows / copy,
                rows / unordered,
                rows / file,
                rounds.getFirst().bytes() / file / MEGA,
                copy / file,
                unordered / file);
        for (int i = 0; i < FORMS.size(); i++) {
            int form = i;
            System.out.printf(
                    Locale.ROOT,
                    "%-10s / CSV, time             %10.2f%n",
                    FORMS.get(form),
                    Medians.of(rounds, round -> round.forms().get(form)).forms().get(form) / file);
        }
    }
}
