package cl.observatory.reports.receipt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReceiptsTest {

    private final Random random = new Random(5);
    private final byte[] key = bytes(32);
    private final Receipts receipts = new Receipts(key);

    @Test
    void theSameRequestGivesTheSameReceiptFromEveryProcessWithTheKey() {
        for (int i = 0; i < 100; i++) {
            byte[] client = bytes(16 + i % 20);
            byte[] body = bytes(32);

            assertEquals(receipts.derive(client, body), new Receipts(key.clone()).derive(client.clone(), body.clone()));
        }
    }

    @Test
    void everyBitOfEveryInputMakesAnother() {
        // Given
        byte[] client = bytes(16);
        byte[] body = bytes(32);
        Set<Receipt> seen = new HashSet<>(Set.of(receipts.derive(client, body)));

        // When
        for (int bit = 0; bit < 256; bit++) {
            seen.add(receipts.derive(client, flipped(body, bit)));
            seen.add(new Receipts(flipped(key, bit)).derive(client, body));
            if (bit < 128) {
                seen.add(receipts.derive(flipped(client, bit), body));
            }
        }

        // Then
        assertEquals(1 + 256 + 256 + 128, seen.size());
    }

    @Test
    void bytesDoNotWanderFromOneInputToTheOther() {
        // Given
        byte[] all = bytes(49);

        assertNotEquals(
                receipts.derive(slice(all, 0, 16), slice(all, 16, 48)),
                receipts.derive(slice(all, 0, 17), slice(all, 17, 49)));
    }

    @Test
    void tooLittleRandomIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> receipts.derive(bytes(15), bytes(32)));
        assertThrows(IllegalArgumentException.class, () -> receipts.derive(bytes(16), bytes(31)));
    }

    @Test
    void whatIsStoredDependsOnTheReceiptAndTheKey() {
        // Given
        Receipt receipt = receipts.derive(bytes(16), bytes(32));
        Receipt other = receipts.derive(bytes(16), bytes(32));
        Set<String> hashes = new HashSet<>();

        // When
        hashes.add(hex(receipts.hash(receipt)));
        hashes.add(hex(receipts.hash(other)));
        hashes.add(hex(new Receipts(flipped(key, 0)).hash(receipt)));

        // Then
        assertEquals(3, hashes.size());
        assertEquals(32, receipts.hash(receipt).length);
        assertArrayEquals(receipts.hash(receipt), new Receipts(key).hash(Receipt.parse(receipt.text())));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << (bit % 8));
        return flipped;
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
