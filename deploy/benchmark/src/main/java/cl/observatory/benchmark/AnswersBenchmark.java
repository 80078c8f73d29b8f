package cl.observatory.benchmark;

import cl.observatory.local.secret.Secrets;
import cl.observatory.local.stack.ProcessStatus;
import cl.observatory.local.stack.Stack;
import cl.observatory.local.stack.StackAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Set;

/**
 * How fast readers are answered, as ratios from one run: kept answers beside nginx, answers that are made beside the same
 * question in SQL, a table beside one of a tenth of its rows, and readers while releases are switched. Readers ask query
 * itself, since the gateway is a proxy as any other; its own figures are told beside.
 */
final class AnswersBenchmark {

    static final String KEPT = "kept";
    static final String MADE = "made";
    static final String SWITCH = "switch";

    private static final int TENTH = 10;

    private final Stack stack;
    private final Path folder;

    AnswersBenchmark(Stack stack, Path folder) {
        this.stack = stack;
        this.folder = folder;
    }

    /**
     * @param parts some of {@value #KEPT}, {@value #MADE} and {@value #SWITCH}
     */
    void measure(int months, Set<String> parts) throws IOException {
        StackAccess access = stack.up();
        AnswerTables tables = new AnswerTables(access, folder);
        InetSocketAddress query = new InetSocketAddress(InetAddress.getLoopbackAddress(), port("query"));
        InetSocketAddress gateway = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), access.gateway().getPort());
        IdentityToken token = new IdentityToken(
                new Secrets(stack.folder().resolve("secrets"), stack.folder().resolve("identity")),
                "observatory-query");
        tables.loadPopulation();
        MadeAnswers made = new MadeAnswers(query, token, tables);
        if (parts.contains(MADE)) {
            long rows = tables.load("tenth", months / TENTH);
            made.warmUp("tenth");
            made.grow(rows, "tenth");
        }
        long rows = tables.load("whole", months);
        try (QueryDatabase database = new QueryDatabase(stack)) {
            database.settle();
        }
        if (parts.contains(MADE)) {
            made.warmUp("whole");
            made.grow(rows, "whole");
            made.besideSql("whole", stack.databaseOf("query"));
        }
        if (parts.contains(KEPT)) {
            new KeptAnswersLoad(query, gateway, token, tables, folder).measure("whole");
        }
        if (parts.contains(SWITCH)) {
            new SwitchUnderLoad(query, token, tables).measure("whole", months);
        }
        stack.status().forEach(PeakMemory::print);
    }

    private int port(String process) {
        return stack.status().stream()
                .filter(status -> status.name().equals(process))
                .map(ProcessStatus::port)
                .findFirst()
                .orElseThrow()
                .orElseThrow();
    }
}
