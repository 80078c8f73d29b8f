package cl.observatory.reports.receipt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.reports.sealing.ReplyKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceiptSecretTest {

    private static final String MESSAGE = "Gracias. ¿Sigue ocurriendo? \uD83D\uDD6F";

    private final Random random = new Random(4);
    private final Receipt receipt = receipt();
    private final UUID id = UUID.randomUUID();

    @Test
    void messageToAStoredReplyKeyOpensWithTheReceiptAsItIsWritten() {
        // Given
        byte[] stored = ReceiptSecret.of(receipt).replyKey().bytes();

        // When
        byte[] sealed = ReplyKey.of(stored).seal(MESSAGE, id);

        // Then
        assertEquals(32, stored.length);
        assertEquals(
                Optional.of(MESSAGE),
                ReceiptSecret.of(Receipt.parse(receipt.text())).open(sealed, id));
    }

    @Test
    void itOpensWithNoOtherReceiptAndInNoOtherRow() {
        // Given
        byte[] sealed = ReceiptSecret.of(receipt).replyKey().seal(MESSAGE, id);

        assertEquals(Optional.empty(), ReceiptSecret.of(receipt()).open(sealed, id));
        assertEquals(Optional.empty(), ReceiptSecret.of(receipt).open(sealed, UUID.randomUUID()));
        for (int place : new int[] {0, 31, 32, sealed.length / 2, sealed.length - 1}) {
            byte[] changed = sealed.clone();
            changed[place] ^= 1;
            assertEquals(Optional.empty(), ReceiptSecret.of(receipt).open(changed, id));
        }
    }

    @Test
    void sealedMessagesAreOfOneSizeAndNeverTheSame() {
        // Given
        ReplyKey key = ReceiptSecret.of(receipt).replyKey();
        String longest = "\uD83D\uDD6F".repeat(1000);

        // When
        byte[] empty = key.seal("", id);
        byte[] full = key.seal(longest, id);

        // Then
        assertEquals(empty.length, full.length);
        assertFalse(Arrays.equals(empty, key.seal("", id)));
        assertEquals(Optional.of(longest), ReceiptSecret.of(receipt).open(full, id));
    }

    @Test
    void theKeyComesFromTheReceiptAlone() {
        assertArrayEquals(
                ReceiptSecret.of(receipt).replyKey().bytes(),
                ReceiptSecret.replyKeyOf(receipt).bytes());
        assertFalse(Arrays.equals(
                ReceiptSecret.of(receipt).replyKey().bytes(),
                ReceiptSecret.of(receipt()).replyKey().bytes()));
    }

    @Test
    void bytesThatAreNoKeyAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> ReplyKey.of(new byte[31]));
    }

    private Receipt receipt() {
        byte[] bytes = new byte[Receipt.RANDOM_LENGTH];
        random.nextBytes(bytes);
        return Receipt.ofRandom(bytes);
    }
}
