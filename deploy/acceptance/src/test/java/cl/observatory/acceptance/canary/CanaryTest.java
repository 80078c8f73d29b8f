package cl.observatory.acceptance.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.local.process.Command;
import cl.observatory.local.process.ProcessIdentity;
import cl.observatory.local.process.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two hundred people tell what must never be found. Then everything is read that the stack wrote while its services said
 * all they could, and what is alive in their memory a minute later; at last the processes are made to crash.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CanaryTest {

    private static final int REPORTS = 200;
    private static final int RELAYED = 5;
    private static final int MODERATED = 40;
    private static final Duration UNTIL_MEMORY_IS_FREE = Duration.ofMinutes(1);

    private static final List<String> SERVICES = List.of("gateway", "reports-intake", "reports-moderation");

    private final Marks marks = new Marks();
    private final Words words = new Words(marks);
    private final List<String> opened = new ArrayList<>();
    private final Set<String> said = new TreeSet<>();
    private TalkativeStack stack;
    private Plantation plantation;
    private long lastReportNanos;

    @BeforeAll
    void tellEverything() throws IOException, SQLException, ExecutionException, InterruptedException {
        stack = TalkativeStack.start();
        plantation = new Plantation(stack.insider(), words);
        plantation.plant();
        Work work = new Work(TalkativeStack.PROOF_BITS);
        Campaign campaign = new Campaign(stack.access().gateway(), words, work);
        List<Campaign.Filed> filed = campaign.file(REPORTS);
        filed.forEach(each -> said.add(each.said()));
        for (int i = 0; i < RELAYED; i++) {
            said.add(campaign.relay("relayed report " + i, stack.access().relayKey())
                    .said());
        }
        for (int i = 0; i < filed.size(); i += 5) {
            campaign.add(filed.get(i), "addition " + i);
        }
        opened.addAll(new Moderators(stack.access().moderation(), stack::staffToken, words).decide(MODERATED));
        for (int i = 0; i < filed.size(); i += 4) {
            campaign.status(filed.get(i), "return " + i);
        }
        for (int i = 1; i < filed.size(); i += 10) {
            campaign.withdraw(filed.get(i), "withdrawal " + i);
        }
        new Mistakes(campaign, words, work).makeAll();
        violateConstraints();
        lastReportNanos = System.nanoTime();
    }

    /** It is not to live on beside the stack of the other tests. */
    @AfterAll
    void end() {
        stack.down();
    }

    /** The server answers with the row, and must not write it down; the transaction leaves nothing else. */
    private void violateConstraints() {
        Database database = stack.insider().database();
        String detail = words.next("key of a violation");
        assertThrows(
                SQLException.class,
                () -> database.execute(
                        "reports",
                        "create temporary table once (word text primary key)",
                        "insert into once values ('" + detail + "'), ('" + detail + "')"));
        assertThrows(
                SQLException.class,
                () -> database.execute("reports", "select '" + words.next("statement that fails") + "'::integer"));
    }

    @Test
    @Order(1)
    void moderatorsReadWhatWasTold() {
        assertEquals(MODERATED, opened.size());
        for (String text : opened) {
            assertTrue(said.stream().anyMatch(text::contains), text);
        }
    }

    @Test
    @Order(2)
    void servicesSaidAllTheyCould() throws IOException {
        for (String service : SERVICES) {
            String log =
                    String.join("\n", Files.readAllLines(stack.logs(service).getLast()));
            assertTrue(log.contains(" DEBUG "), service + " said little: " + log);
        }
    }

    @Test
    @Order(3)
    void nothingThatWasToldIsInAnythingThatWasWritten() throws SQLException, ExecutionException, InterruptedException {
        // Given
        Scanner streams = new Scanner(marks);
        Scanner files = new Scanner(marks);

        // When
        new Everything(stack.insider(), streams, files).read();

        // Then
        assertEquals(plantation.planted(), planted(files));
        assertEquals(plantation.plantedInServers(), planted(streams));
        assertNone(streams);
        assertNone(files);
        assertTrue(
                streams.places().contains("reports public.report.sealed"),
                streams.places().toString());
    }

    private static Set<String> planted(Scanner scanner) {
        return scanner.findings().stream()
                .filter(Plantation::isPlanted)
                .map(Finding::mark)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @Order(4)
    void memoryHoldsNothingOfItAMinuteLater() {
        // Given
        Waiting.until(
                UNTIL_MEMORY_IS_FREE.plusSeconds(1),
                () -> System.nanoTime() - lastReportNanos > UNTIL_MEMORY_IS_FREE.toNanos());

        for (String service : SERVICES) {
            // When
            Path dump = stack.dumpHeap(service);
            Scanner scanner = new Scanner(marks);
            scanner.read(dump);

            // Then
            assertNone(scanner, dump);
        }
    }

    @Test
    @Order(5)
    void crashWritesNoFile() throws IOException {
        for (String service : SERVICES) {
            // Given
            long pid = stack.insider().processes().get(service);
            Path process = Path.of("/proc", Long.toString(pid));
            assertTrue(
                    Files.readAllLines(process.resolve("limits")).stream()
                            .anyMatch(line -> line.matches("Max core file size +0 +0 .*")),
                    service);
            String command = Files.readString(process.resolve("cmdline"));
            assertTrue(command.contains("-XX:-HeapDumpOnOutOfMemoryError"), command);
            assertFalse(command.contains("HeapDumpPath"), command);
            Path folder = Files.readSymbolicLink(process.resolve("cwd"));
            Set<Path> before = files(folder);

            // When
            ProcessIdentity running = ProcessIdentity.of(pid).orElseThrow();
            kill("QUIT", pid);
            kill("SEGV", pid);

            // Then
            assertTrue(Waiting.until(Duration.ofSeconds(20), () -> !running.alive()), service + " lives on");
            Set<Path> left = files(folder);
            left.removeAll(before);
            assertEquals(Set.of(), left, service);
            assertFalse(
                    Files.exists(Path.of(System.getProperty("java.io.tmpdir"), "hs_err_pid" + pid + ".log")), service);
        }
        Scanner scanner = new Scanner(marks);
        stack.logs(SERVICES.toArray(String[]::new)).forEach(scanner::read);
        assertNone(scanner);
    }

    private static void kill(String signal, long pid) {
        assertTrue(Command.run("sh", "-c", "kill -s " + signal + " " + pid).succeeded());
    }

    private static Set<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static void assertNone(Scanner scanner) {
        List<Finding> found = scanner.findings().stream()
                .filter(finding -> !Plantation.isPlanted(finding))
                .toList();
        assertTrue(found.isEmpty(), () -> said(found));
    }

    private void assertNone(Scanner scanner, Path dump) {
        assertTrue(
                scanner.findings().isEmpty(),
                () -> said(List.copyOf(scanner.findings()))
                        + "\n"
                        + String.join("\n", new HeapDump(dump).holdersOf(marks)));
    }

    private static String said(List<Finding> found) {
        return found.size() + " marks were found:\n"
                + found.stream().limit(40).map(Finding::toString).collect(Collectors.joining("\n"));
    }
}
