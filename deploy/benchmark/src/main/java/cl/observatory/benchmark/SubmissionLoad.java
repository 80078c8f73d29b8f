package cl.observatory.benchmark;

import cl.observatory.local.postgres.Database;
import cl.observatory.local.stack.ProcessStatus;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * As many submissions as can be, at intake and through the gateway, in turn with bare rows on as many connections; then
 * half as many at a fixed rate. What was answered with 201 is counted in the table afterwards.
 */
final class SubmissionLoad {

    private static final int CONNECTIONS = 32;

    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;

    /** Of which a warm-up has as many as it takes. */
    private static final Duration WARMING = Duration.ofSeconds(15);

    private static final int LONGEST_WARM_UP = 20;

    /** How many in a row may bring nothing before it ends. */
    private static final int IN_VAIN = 3;

    /** What is saved of the least processor time by a part that brought something. */
    private static final double SAVED = 0.03;

    private static final Duration DURATION = Duration.ofSeconds(6);
    private static final Duration AT_A_RATE = Duration.ofSeconds(10);

    private final ReportsDoors doors;
    private final ReportRequests requests;
    private final StoredReports stored;
    private final BareInsert bare;
    private final Map<String, ProcessorTime> processors = new LinkedHashMap<>();
    private long refused;

    SubmissionLoad(
            ReportsDoors doors,
            ReportRequests requests,
            StoredReports stored,
            Database beside,
            List<ProcessStatus> stack) {
        this.doors = doors;
        this.requests = requests;
        this.stored = stored;
        this.bare = new BareInsert(beside, CONNECTIONS);
        for (String process : List.of("postgres", "reports-intake", "gateway")) {
            processors.put(process, ProcessorTime.of(stack, process));
        }
    }

    /** How many a second in one round. */
    private record Round(double bare, double intake, double gateway) {

        double intakeRatio() {
            return intake / bare;
        }

        double gatewayRatio() {
            return gateway / bare;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "bare INSERT %,.0f/s; intake %,.0f/s, ratio %.2f; through the gateway %,.0f/s, ratio %.2f",
                    bare,
                    intake,
                    intakeRatio(),
                    gateway,
                    gatewayRatio());
        }
    }

    void measure(int rounds) throws IOException {
        long before = stored.count();
        warmUp("reports-intake", () -> atIntake(0, WARMING));
        warmUp("gateway", () -> throughGateway(0, WARMING));
        bare.perSecond(DURATION);
        System.out.printf(Locale.ROOT, "%n%d connections, %d rounds%n", CONNECTIONS, rounds);
        List<Round> all = new ArrayList<>();
        List<String> shares = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            shares.clear();
            all.add(new Round(
                    shared(shares, "a bare row", () -> bare.perSecond(DURATION)),
                    shared(
                            shares,
                            "a report at intake",
                            () -> atIntake(0, DURATION).perSecond()),
                    shared(
                            shares,
                            "a report through the gateway",
                            () -> throughGateway(0, DURATION).perSecond())));
            System.out.printf(Locale.ROOT, "round %d: %s%n", round, all.getLast());
        }
        System.out.println();
        shares.forEach(System.out::println);
        double intakeRate = Medians.of(all, Round::intake).intake();
        double gatewayRate = Medians.of(all, Round::gateway).gateway();
        System.out.printf(
                Locale.ROOT,
                """

                median bare INSERT          %,8.0f/s
                median at intake            %,8.0f/s, median ratio %.2f
                median through the gateway  %,8.0f/s, median ratio %.2f
                """,
                Medians.of(all, Round::bare).bare(),
                intakeRate,
                Medians.of(all, Round::intakeRatio).intakeRatio(),
                gatewayRate,
                Medians.of(all, Round::gatewayRatio).gatewayRatio());
        print("intake", intakeRate / 2, atIntake(intakeRate / 2, AT_A_RATE));
        print("through the gateway", gatewayRate / 2, throughGateway(gatewayRate / 2, AT_A_RATE));
        System.out.printf(
                Locale.ROOT,
                "%,d were sent, %,d not taken; %,d are stored%n",
                requests.sent(),
                refused,
                stored.count() - before);
    }

    /** Submissions that are not counted. */
    @FunctionalInterface
    private interface Warming {
        HttpLoad.Outcome run() throws IOException;
    }

    /**
     * Sends until a report costs the process no less than before: its code is compiled then, as that of a service which runs
     * for weeks. The compiler has to share the cores, so that no time could be told beforehand.
     */
    private void warmUp(String process, Warming warming) throws IOException {
        double least = Double.MAX_VALUE;
        int inVain = 0;
        int parts = 0;
        while (inVain < IN_VAIN && parts < LONGEST_WARM_UP) {
            double before = processors.get(process).seconds();
            long count = warming.run().latencies().count();
            double each = (processors.get(process).seconds() - before) / count;
            inVain = each > least * (1 - SAVED) ? inVain + 1 : 0;
            least = Math.min(least, each);
            parts++;
        }
        System.out.printf(
                Locale.ROOT,
                "%s is warm after %d s: %.2f ms of processor time for a report%n",
                process,
                parts * WARMING.toSeconds(),
                MILLIS * least);
    }

    /** A load that tells how many a second there were. */
    @FunctionalInterface
    private interface Load {
        double perSecond() throws IOException;
    }

    /** Runs a load, and notes how much processor time each process took for one. */
    private double shared(List<String> shares, String what, Load load) throws IOException {
        Map<String, Double> before = new LinkedHashMap<>();
        processors.forEach((process, time) -> before.put(process, time.seconds()));
        long start = System.nanoTime();
        double perSecond = load.perSecond();
        double count = perSecond * (System.nanoTime() - start) / NANOS;
        List<String> each = new ArrayList<>();
        processors.forEach((process, time) -> each.add(String.format(
                Locale.ROOT, "%s %.2f ms", process, MILLIS * (time.seconds() - before.get(process)) / count)));
        shares.add("processor time of " + what + ": " + String.join(", ", each));
        return perSecond;
    }

    private static void print(String where, double rate, HttpLoad.Outcome outcome) {
        System.out.printf(
                Locale.ROOT,
                "at half of it, %,.0f/s, %s: %s; not taken %d%n",
                rate,
                where,
                outcome.latencies(),
                outcome.failures());
    }

    private HttpLoad.Outcome atIntake(double perSecond, Duration duration) throws IOException {
        return load(doors.intake(), requests.submissions(doors.token().sign()), perSecond, duration);
    }

    private HttpLoad.Outcome throughGateway(double perSecond, Duration duration) throws IOException {
        return load(doors.gateway(), requests.submissions(null), perSecond, duration);
    }

    /**
     * @param perSecond 0 for as many as can be
     */
    private HttpLoad.Outcome load(
            InetSocketAddress address, ReportRequests.Submissions submissions, double perSecond, Duration duration)
            throws IOException {
        HttpLoad load = new HttpLoad(address, CONNECTIONS);
        HttpLoad.Check stored = HttpLoad.status(201);
        HttpLoad.Outcome outcome = perSecond == 0
                ? load.closed(submissions::next, duration, stored)
                : load.open(submissions::next, perSecond, duration, stored);
        refused += outcome.failures();
        return outcome;
    }
}
