package cl.observatory.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.acceptance.canary.Marks;
import cl.observatory.acceptance.canary.Scanner;
import cl.observatory.acceptance.canary.Wrapping;
import cl.observatory.local.client.Reporting;
import cl.observatory.local.process.LocalStackException;
import cl.observatory.local.process.Waiting;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process ends at a named point, and everything is started again: what was acknowledged is there once, a retry gives the
 * same receipt, and what was begun is there whole or not at all. {@code ./observatory faults} goes through all points, several
 * times each, and through long outages; in the test run there are three points, once each.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportFaultTest {

    private static final boolean IS_CAMPAIGN =
            System.getProperty("faults.reports", "few").equals("all");
    private static final int ROUNDS = Integer.getInteger("faults.rounds", 1);
    private static final Duration UNTIL_THE_POINT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LETTERS = Duration.ofSeconds(2);
    private static final int SIZE = 16_384;

    private FaultyStack stack;
    private Ledger ledger;
    private Reporting resident;
    private int met;
    private int refused;

    @BeforeAll
    void start() {
        stack = FaultyStack.start();
        ledger = new Ledger(stack);
        resident = new Reporting(stack.anyone());
        Letter first = letter("Antes de todo.");
        // communes are told to a new stack
        assertTrue(Waiting.until(
                PATIENCE,
                () -> first.send(stack.access().gateway())
                        .filter(Letter.Answer::isAcknowledgement)
                        .isPresent()));
        ledger.note(first, ledger.untilAcknowledged(first));
    }

    /** It is not to live on beside the stack of the other tests. */
    @AfterAll
    @SuppressWarnings("SystemOut")
    void end() {
        stack.down();
        System.out.printf(
                Locale.ROOT,
                "faults: points met %d times, %d reports acknowledged, %d times refused%n",
                met,
                ledger.size(),
                refused);
    }

    static Set<FaultPoint> points() {
        return IS_CAMPAIGN
                ? EnumSet.allOf(FaultPoint.class)
                : EnumSet.of(
                        FaultPoint.INTAKE_COMMITTED_AND_DOES_NOT_KNOW,
                        FaultPoint.GATEWAY_HAS_HALF_OF_THE_ANSWER,
                        FaultPoint.MODERATION_COUNTED_AND_DID_NOT_COMMIT);
    }

    @ParameterizedTest
    @MethodSource("points")
    @Order(1)
    void nothingIsLostOrDoubledWhenAProcessEnds(FaultPoint point) {
        for (int round = 0; round < ROUNDS; round++) {
            switch (point.errand()) {
                case FILING -> file(point, false);
                case FILING_WITH_PROOF -> file(point, true);
                case ADDING -> add(point);
                case CHANGING_A_RECEIPT -> changeReceipt(point);
                case DECIDING -> decide(point);
                case TELLING -> tell(point);
            }
            met++;
        }
    }

    private void file(FaultPoint point, boolean withProof) {
        ObjectNode report = resident.report("EXTORTION", "13101", "Cobran a los locales de la feria.");
        Letter letter = Letter.of("/v1/reports", report.put("proofOfFiling", withProof));
        ledger.note(letter, deliver(point, letter, "report"));
    }

    private void add(FaultPoint point) {
        Letter report = letter("Hay más que contar.");
        Letter.Answer filed = ledger.untilAcknowledged(report);
        ledger.note(report, filed);
        ObjectNode addition = JsonNodeFactory.instance
                .objectNode()
                .put("receipt", filed.receipt())
                .put("text", "Los viernes en la tarde.");
        deliver(point, Letter.of("/v1/reports/messages", addition), "addition");
    }

    private void changeReceipt(FaultPoint point) {
        ObjectNode relayed = JsonNodeFactory.instance.objectNode().put("channel", "ASSEMBLY");
        relayed.set("report", resident.report("PROTECTIVE_FACTOR", "13101", "Lo contó en la junta."));
        Letter relay = Letter.of("/v1/relayed-reports", relayed)
                .fromOrganization(stack.access().relayKey());
        Letter.Answer filed = ledger.untilAcknowledged(relay);
        ledger.note(relay, filed);
        Letter change = Letter.of(
                "/v1/reports/receipt-change",
                JsonNodeFactory.instance.objectNode().put("receipt", filed.receipt()));
        // the change is told to moderators by an addition
        ledger.note(change, deliver(point, change, "addition"), relay);
    }

    /** Sends a letter by which one row comes to be, while a process ends; and then again. */
    private Letter.Answer deliver(FaultPoint point, Letter letter, String table) {
        // Given
        long before = stack.store().count(table);
        stack.await(point);

        // When
        Optional<Letter.Answer> first = letter.send(stack.access().gateway());
        assertTrue(stack.cameTo(point, UNTIL_THE_POINT), () -> "did not come to " + point + ": " + first);
        stack.up();

        // Then
        assertFalse(first.filter(Letter.Answer::isAcknowledgement).isPresent(), point + " was acknowledged");
        long left = point.left() == FaultPoint.Left.ALL ? 1 : 0;
        assertEquals(before + left, stack.store().count(table), point::toString);
        Letter.Answer second = ledger.untilAcknowledged(letter);
        Letter.Answer third = ledger.untilAcknowledged(letter);
        assertEquals(second.receipt(), third.receipt());
        assertEquals(before + 1, stack.store().count(table), point::toString);
        return second;
    }

    private void decide(FaultPoint point) {
        // Given
        Desk desk = Desk.with(stack, fileAndFind());
        String lastCount = Desk.lastCount(stack);
        stack.await(point);

        // When
        assertThrows(UncheckedIOException.class, desk::validate);
        assertTrue(stack.cameTo(point, UNTIL_THE_POINT), () -> "did not come to " + point);
        stack.up();

        // Then
        assertEquals("IN_REVIEW", desk.state());
        assertEquals(lastCount, Desk.lastCount(stack));
        assertEquals(List.of(), desk.recorded());
        desk.validate();
        // changed, counted and recorded, each once, by one transaction
        assertEquals(desk.changed(), desk.recorded());
        assertEquals(desk.changed(), List.of(Desk.lastCount(stack)));
    }

    private String fileAndFind() {
        Set<String> before = new HashSet<>(ids());
        Letter letter = letter("Que se cuente.");
        ledger.note(letter, ledger.untilAcknowledged(letter));
        return ids().stream().filter(id -> !before.contains(id)).findFirst().orElseThrow();
    }

    private List<String> ids() {
        return stack.store().strings("select id::text from report");
    }

    private void tell(FaultPoint point) {
        // Given
        Roots roots = new Roots(stack);
        int number = roots.passADay();
        stack.await(point);
        stack.kill(point.process());

        // When
        upAsFarAsItGoes();
        assertTrue(stack.cameTo(point, UNTIL_THE_POINT), () -> "did not come to " + point);

        // Then
        assertEquals(1, roots.stored(number));
        assertEquals(1, roots.waiting());
        assertEquals(1, roots.sent(number).size());
        stack.up();
        assertTrue(roots.isPublishedSoon(number));
        assertEquals(0, roots.waiting());
        // whoever was told twice knows by the id that it was of one thing
        assertEquals(2, roots.sent(number).size());
        assertEquals(1, Set.copyOf(roots.sent(number)).size());
        assertEquals(1, roots.published(number).size());
    }

    /** A process that ends soon may end in its start. */
    private void upAsFarAsItGoes() {
        try {
            stack.up();
        } catch (LocalStackException ended) {
            assertTrue(ended.getMessage().contains("ended during its start"), ended::getMessage);
        }
    }

    static Set<Outage> outages() {
        return IS_CAMPAIGN ? EnumSet.allOf(Outage.class) : EnumSet.of(Outage.KAFKA_KILLED, Outage.POSTGRES_KILLED);
    }

    @ParameterizedTest
    @MethodSource("outages")
    @Order(2)
    void reportIsStoredOrRefusedWhileSomethingIsOutOfReach(Outage outage) {
        switch (outage) {
            case KAFKA_KILLED, KAFKA_STOPPED_FOR_MINUTES -> endKafka(outage);
            case POSTGRES_KILLED, POSTGRES_STOPPED -> endPostgres(outage);
            case DISK_FULL -> fillDisk(outage);
        }
    }

    /** Reporters and moderators do not notice; what is to be told is told when there is a broker again. */
    private void endKafka(Outage outage) {
        // Given
        Desk desk = Desk.with(stack, fileAndFind());
        outage.begin(stack);

        // When
        whileItLasts(outage, () -> {
            Letter letter = letter("Nadie espera a Kafka.");
            Letter.Answer answer = letter.send(stack.access().gateway()).orElseThrow();
            assertTrue(answer.isAcknowledgement(), answer::toString);
            ledger.note(letter, answer);
        });
        desk.validate();
        stack.up();

        // Then
        assertEquals(ledger.size(), stack.store().count("report"));
        if (IS_CAMPAIGN) {
            Roots roots = new Roots(stack);
            int number = roots.passADay();
            stack.kill("reports-moderation");
            stack.up();
            assertTrue(roots.isPublishedSoon(number));
        }
    }

    private void endPostgres(Outage outage) {
        // Given
        Marks marks = new Marks();
        Letter letter = letter("Nadie lo guarda: " + mark(marks));
        outage.begin(stack);

        // When
        whileItLasts(outage, () -> assertRefused(letter));

        // Then
        assertNowhere(marks);
        stack.up();
        assertEquals(ledger.size(), stack.store().count("report"));
        ledger.note(letter, ledger.untilAcknowledged(letter));
        assertEquals(ledger.size(), stack.store().count("report"));
    }

    /** As long as there is room somewhere a report is stored; then it is refused, and nothing that was stored is gone. */
    private void fillDisk(Outage outage) {
        Path data = stack.folder().resolve("data").resolve("postgres");
        outage.begin(stack);
        try (SmallDisk disk = SmallDisk.put(data)) {
            // Given
            stack.up();
            Marks marks = new Marks();
            Letter refused = letter("Ya no cabe: " + mark(marks));
            disk.fill();

            // When
            boolean isFull = Waiting.until(PATIENCE, Duration.ZERO, () -> {
                Letter letter = letter("Mientras quepa.");
                Optional<Letter.Answer> answer = letter.send(stack.access().gateway());
                if (answer.filter(Letter.Answer::isAcknowledgement).isPresent()) {
                    ledger.note(letter, answer.get());
                    return false;
                }
                return true;
            });
            assertTrue(isFull);
            disk.fill();
            whileItLasts(outage, () -> assertRefused(refused));

            // Then
            assertNowhere(marks);
            disk.makeRoom();
            stack.up();
            assertEquals(ledger.size(), stack.store().count("report"));
            ledger.note(refused, ledger.untilAcknowledged(refused));
            assertEquals(ledger.size(), stack.store().count("report"));
            stack.stop("postgres");
        }
        stack.up();
    }

    private static void whileItLasts(Outage outage, Runnable visit) {
        visit.run();
        long end = System.nanoTime() + outage.length().toNanos();
        Waiting.until(outage.length(), BETWEEN_LETTERS, () -> {
            visit.run();
            return System.nanoTime() - end >= 0;
        });
    }

    private void assertRefused(Letter letter) {
        Letter.Answer answer = letter.send(stack.access().gateway()).orElseThrow();
        assertEquals(503, answer.status(), answer::toString);
        assertEquals(SIZE, answer.size());
        refused++;
    }

    private static String mark(Marks marks) {
        String word = UUID.randomUUID().toString().replaceAll("[0-9-]", "x");
        marks.add("text", word);
        return word;
    }

    /** In no file in clear, and in the campaign in no other form either. */
    private void assertNowhere(Marks marks) {
        Path programs = stack.folder().resolve("programs");
        Scanner scanner =
                new Scanner(marks, IS_CAMPAIGN ? EnumSet.allOf(Wrapping.class) : EnumSet.noneOf(Wrapping.class));
        scanner.read(stack.folder(), file -> !file.startsWith(programs));
        assertEquals(Set.of(), scanner.findings());
        assertTrue(scanner.bytes() > 0);
    }

    @Test
    @Order(3)
    void whatWasAcknowledgedIsThereOnce() {
        ledger.check();
    }

    private Letter letter(String text) {
        return Letter.of("/v1/reports", resident.report("EXTORTION", "13101", text));
    }
}
