package cl.observatory.reports.report;

import cl.observatory.reports.receipt.ReceiptSecret;
import cl.observatory.reports.sealing.ReplyKey;
import java.util.UUID;

/** What moderators told the reporter, as it is stored. */
final class SealedMessage {

    private final UUID id;
    private final int number;
    private final byte[] sealed;

    SealedMessage(UUID id, int number, byte[] sealed) {
        this.id = id;
        this.number = number;
        this.sealed = sealed.clone();
    }

    UUID id() {
        return id;
    }

    int number() {
        return number;
    }

    /**
     * @throws IllegalStateException when it was sealed to another receipt
     */
    String open(ReceiptSecret secret) {
        return secret.open(sealed, id)
                .orElseThrow(() -> new IllegalStateException("a message that its receipt does not open"));
    }

    byte[] reseal(ReceiptSecret from, ReplyKey to) {
        return to.seal(open(from), id);
    }
}
