package cl.observatory.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.local.process.Waiting;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was acknowledged: the letters by which reports came to be, and the receipts that were given for them. */
final class Ledger {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int FIRST_FAILURE = 500;

    private final FaultyStack stack;
    private final Map<Letter, String> receipts = new LinkedHashMap<>();

    Ledger(FaultyStack stack) {
        this.stack = stack;
    }

    /** Sends a letter once more each time that it fails, as a client does. */
    Letter.Answer untilAcknowledged(Letter letter) {
        Letter.Answer[] acknowledged = new Letter.Answer[1];
        boolean answered = Waiting.until(PATIENCE, () -> {
            Optional<Letter.Answer> answer = letter.send(stack.access().gateway());
            answer.ifPresent(
                    given -> assertTrue(given.isAcknowledgement() || given.status() >= FIRST_FAILURE, given::toString));
            acknowledged[0] = answer.filter(Letter.Answer::isAcknowledgement).orElse(null);
            return acknowledged[0] != null;
        });
        assertTrue(answered, () -> letter.path() + " was not answered");
        return acknowledged[0];
    }

    /** A report came to be by this letter. */
    void note(Letter letter, Letter.Answer answer) {
        receipts.put(letter, answer.receipt());
    }

    /** The report of another letter has the receipt of this one from now on. */
    void note(Letter letter, Letter.Answer answer, Letter before) {
        receipts.remove(before);
        note(letter, answer);
    }

    int size() {
        return receipts.size();
    }

    /** Each is there and was counted as received, once; its receipt leads to it, and its letter still gives that receipt. */
    void check() {
        assertEquals(receipts.size(), stack.store().count("report"));
        assertEquals(receipts.size(), stack.store().count("received"));
        Set<String> different = new LinkedHashSet<>(receipts.values());
        assertEquals(receipts.size(), different.size());
        receipts.forEach((letter, receipt) -> {
            assertEquals(receipt, untilAcknowledged(letter).receipt());
            untilAcknowledged(Letter.of(
                    "/v1/reports/status", JsonNodeFactory.instance.objectNode().put("receipt", receipt)));
        });
        assertEquals(receipts.size(), stack.store().count("report"));
    }
}
