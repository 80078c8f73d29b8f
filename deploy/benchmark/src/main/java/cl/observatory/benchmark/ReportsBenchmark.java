package cl.observatory.benchmark;

import cl.observatory.local.client.ObservatoryClient;
import cl.observatory.local.client.Reporting;
import cl.observatory.local.secret.Secrets;
import cl.observatory.local.stack.ProcessStatus;
import cl.observatory.local.stack.ServiceDefinition;
import cl.observatory.local.stack.Stack;
import cl.observatory.local.stack.StackAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

/**
 * How many reports a second are stored, beside bare rows in the same PostgreSQL, and whether a receipt that leads to
 * nothing tells by the time of its answer why. No proof of work is asked for.
 */
final class ReportsBenchmark {

    private static final String INTAKE = "reports-intake";

    private final Stack stack;

    ReportsBenchmark(Stack stack) {
        this.stack = stack;
    }

    /** Those of every stack; intake asks for no proof of work. */
    static List<ServiceDefinition> services() {
        return ServiceDefinition.all().stream()
                .map(service ->
                        service.name().equals(INTAKE) ? service.with(Map.of("REPORTS_PROOF_BITS", "0")) : service)
                .toList();
    }

    void measure(int rounds) throws IOException {
        StackAccess access = stack.up();
        IdentityToken token = new IdentityToken(
                new Secrets(stack.folder().resolve("secrets"), stack.folder().resolve("identity")),
                "community-reports");
        ReportsDoors doors =
                new ReportsDoors(here(port()), here(access.gateway().getPort()), token);
        Reporting reporting = new Reporting(ObservatoryClient.anonymous(access.gateway()));
        // waits until the communes are known
        reporting.submit(SampleReports.report(reporting, 0));
        try (StoredReports stored = new StoredReports(stack)) {
            ReportRequests requests = new ReportRequests(SampleReports.all(reporting));
            new SubmissionLoad(doors, requests, stored, stack.database("benchmark"), stack.status()).measure(rounds);
            new ReceiptTimings(doors, reporting, stored).measure();
        }
        stack.status().forEach(PeakMemory::print);
    }

    private static InetSocketAddress here(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private int port() {
        return stack.status().stream()
                .filter(status -> status.name().equals(INTAKE))
                .map(ProcessStatus::port)
                .findFirst()
                .orElseThrow()
                .orElseThrow();
    }
}
