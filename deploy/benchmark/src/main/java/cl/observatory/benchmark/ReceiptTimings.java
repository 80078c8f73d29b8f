package cl.observatory.benchmark;

import cl.observatory.local.client.Reporting;
import java.io.IOException;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How long intake takes to say that a receipt leads to nothing: one that was never given, one whose report was withdrawn,
 * one whose report has expired. They are asked for in threes, each three in an order of its own, on one connection.
 */
final class ReceiptTimings {

    private static final List<String> KINDS = List.of("never given", "withdrawn", "expired");

    /** Receipts of each kind, so that no single row is what is measured. */
    private static final int RECEIPTS = 100;

    private static final int TIMINGS = 5_000;

    /** Not counted, of each kind. */
    private static final int WARM_UP = 3_000;

    /** Well within the life of a token. */
    private static final int THREES_WITH_A_TOKEN = 1_000;

    private static final int NOT_FOUND = 404;
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_SYMBOLS = 23;
    private static final int GROUP = 4;

    private final ReportsDoors doors;
    private final Reporting reporting;
    private final StoredReports stored;
    private final SplittableRandom random = new SplittableRandom();

    ReceiptTimings(ReportsDoors doors, Reporting reporting, StoredReports stored) {
        this.doors = doors;
        this.reporting = reporting;
        this.stored = stored;
    }

    void measure() throws IOException {
        try (Selector selector = Selector.open();
                HttpConnection connection = new HttpConnection(doors.intake(), selector)) {
            Line line = new Line(selector, connection);
            stored.note();
            List<String> expired = submit();
            stored.expireLater();
            List<String> withdrawn = submit();
            withdrawn.forEach(reporting::withdraw);
            List<List<String>> receipts = List.of(neverGiven(line), withdrawn, expired);
            stored.settle();
            time(line, receipts, WARM_UP);
            report(time(line, receipts, TIMINGS));
        }
    }

    /** The connection, and what it waits with. */
    private record Line(Selector selector, HttpConnection connection) {

        /** Nanoseconds until the answer was whole. */
        long ask(byte[] request) throws IOException {
            long start = System.nanoTime();
            connection.send(request, start);
            do {
                selector.select(key -> {});
            } while (!connection.receive());
            return System.nanoTime() - start;
        }
    }

    private List<String> submit() {
        List<String> receipts = new ArrayList<>();
        for (int i = 0; i < RECEIPTS; i++) {
            receipts.add(reporting
                    .submit(SampleReports.report(reporting, i))
                    .get("receipt")
                    .asText());
        }
        return receipts;
    }

    private List<String> neverGiven(Line line) throws IOException {
        String signed = doors.token().sign();
        List<String> receipts = new ArrayList<>();
        while (receipts.size() < RECEIPTS) {
            StringBuilder symbols = new StringBuilder();
            for (int i = 0; i < RANDOM_SYMBOLS; i++) {
                symbols.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
                symbols.append(i % GROUP == GROUP - 1 ? "-" : "");
            }
            receipts.add(completed(line, signed, symbols.toString()));
        }
        return receipts;
    }

    /** Of 32 last symbols one completes the others: that with which intake looks for a report. */
    private static String completed(Line line, String signed, String symbols) throws IOException {
        for (int i = 0; i < SYMBOLS.length(); i++) {
            String receipt = symbols + SYMBOLS.charAt(i);
            line.ask(ReportRequests.status(signed, receipt));
            if (line.connection().status() == NOT_FOUND) {
                return receipt;
            }
        }
        throw new IOException("no symbol completes a receipt");
    }

    /** Nanoseconds, by kind. */
    private long[][] time(Line line, List<List<String>> receipts, int times) throws IOException {
        long[][] taken = new long[KINDS.size()][times];
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2));
        String signed = "";
        for (int i = 0; i < times; i++) {
            if (i % THREES_WITH_A_TOKEN == 0) {
                signed = doors.token().sign();
            }
            Collections.shuffle(order, random);
            for (int kind : order) {
                String receipt = receipts.get(kind).get(random.nextInt(RECEIPTS));
                byte[] request = ReportRequests.status(signed, receipt);
                taken[kind][i] = line.ask(request);
                if (line.connection().status() != NOT_FOUND) {
                    throw new IOException("a receipt that is " + KINDS.get(kind) + " leads to something");
                }
            }
        }
        return taken;
    }

    private void report(long[][] taken) {
        System.out.printf(Locale.ROOT, "%n%,d answers for each kind of receipt that leads to nothing%n", TIMINGS);
        for (long[] times : taken) {
            Arrays.sort(times);
        }
        for (int kind = 0; kind < taken.length; kind++) {
            System.out.printf(
                    Locale.ROOT, "%-12s median %7.1f µs%n", KINDS.get(kind), taken[kind][TIMINGS / 2] / 1000.0);
        }
        for (int one = 0; one < taken.length; one++) {
            for (int other = one + 1; other < taken.length; other++) {
                System.out.printf(
                        Locale.ROOT,
                        "%s less %s: %s%n",
                        KINDS.get(other),
                        KINDS.get(one),
                        MedianDifference.of(taken[other], taken[one], random));
            }
        }
    }
}
