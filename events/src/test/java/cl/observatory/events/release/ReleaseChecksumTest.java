package cl.observatory.events.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReleaseChecksumTest {

    private static final long SEED = 256;
    private static final BigInteger MODULUS = BigInteger.TWO.pow(256);

    @Test
    void noRowsSumUpToZero() {
        // When
        String sum = new ReleaseChecksum().hex();

        // Then
        assertEquals("0".repeat(64), sum);
    }

    @Test
    void sumIsThatOfTheHashesOfTheRows() {
        // Given
        Random random = new Random(SEED);
        for (int i = 0; i < 50; i++) {
            int dimensions = random.nextInt(4);
            List<Batches.Row> rows = Batches.rows(random, 1 + random.nextInt(100), dimensions);

            // When
            ReleaseChecksum checksum = checksum(rows, dimensions);

            // Then
            String context = "round " + i + ", seed " + SEED;
            assertEquals(sumOfHashes(rows), checksum.value(), context);
            assertEquals("%064x".formatted(sumOfHashes(rows)), checksum.hex(), context);
        }
    }

    @Test
    void neitherTheOrderOfRowsNorTheirBatchesMatter() {
        // Given
        Random random = new Random(SEED);
        List<Batches.Row> rows = Batches.rows(random, 500, 2);
        List<Batches.Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);

        // When
        ReleaseChecksum inBatches = new ReleaseChecksum();
        for (int from = 0; from < shuffled.size(); from += 37) {
            inBatches.add(Batches.of(shuffled.subList(from, Math.min(from + 37, shuffled.size())), 2));
        }

        // Then
        assertEquals(checksum(rows, 2).hex(), inBatches.hex());
    }

    @Test
    void sumsOfPartsAddUpToTheSumOfAll() {
        // Given
        List<Batches.Row> rows = Batches.rows(new Random(SEED), 300, 1);
        ReleaseChecksum sum = new ReleaseChecksum();

        // When
        for (int from = 0; from < rows.size(); from += 7) {
            sum.add(checksum(rows.subList(from, Math.min(from + 7, rows.size())), 1)
                    .hex());
        }

        // Then
        assertEquals(checksum(rows, 1).hex(), sum.hex());
    }

    @Test
    void rowsCanBeTakenAwayFromASum() {
        // Given
        List<Batches.Row> rows = Batches.rows(new Random(SEED), 100, 1);
        ReleaseChecksum sum = checksum(rows, 1);
        BigInteger taken = sumOfHashes(rows.subList(60, 100));

        // When
        sum.add("%064x".formatted(MODULUS.subtract(taken).mod(MODULUS)));

        // Then
        assertEquals(checksum(rows.subList(0, 60), 1).hex(), sum.hex());
    }

    @Test
    void someRowsOfABatchCanBeTakenAway() {
        // Given
        List<Batches.Row> rows = Batches.rows(new Random(SEED), 200, 2);
        ReleaseChecksum sum = checksum(rows, 2);

        // When
        sum.subtract(Batches.of(rows, 2), row -> row >= 120);

        // Then
        assertEquals(checksum(rows.subList(0, 120), 2).hex(), sum.hex());
    }

    @Test
    void rowsCanBeTakenAwayByTheirCanonicalForm() {
        // Given
        List<Batches.Row> rows = Batches.rows(new Random(SEED), 100, 1);
        ReleaseChecksum sum = checksum(rows, 1);

        // When
        rows.subList(30, 100).forEach(row -> sum.subtractRow(row.canonical()));

        // Then
        assertEquals(checksum(rows.subList(0, 30), 1).hex(), sum.hex());
    }

    @Test
    void subtractionBorrowsOverAllWords() {
        // Given
        Random random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            BigInteger one = number(random);
            BigInteger other = number(random);
            ReleaseChecksum checksum = new ReleaseChecksum();
            checksum.add("%064x".formatted(one));

            // When
            checksum.subtract("%064x".formatted(other));

            // Then
            assertEquals(one.subtract(other).mod(MODULUS), checksum.value(), one + " - " + other + ", seed " + SEED);
        }
    }

    @Test
    void sumsCarryOverAllWords() {
        // Given
        Random random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            BigInteger one = number(random);
            BigInteger other = number(random);
            ReleaseChecksum checksum = new ReleaseChecksum();
            checksum.add("%064x".formatted(one));

            // When
            checksum.add("%064x".formatted(other));

            // Then
            assertEquals(one.add(other).mod(MODULUS), checksum.value(), one + " + " + other + ", seed " + SEED);
        }
    }

    @Test
    void everyPartOfARowCounts() {
        // Given
        String sum = sumOf("13101", "2024", "A", 1);

        // When
        List<String> others = List.of(
                sumOf("13102", "2024", "A", 1),
                sumOf("13101", "2023", "A", 1),
                sumOf("13101", "2024", "P", 1),
                sumOf("13101", "2024", "A", 0),
                sumOf("13101", "2024", "A", ObservationBatch.MISSING));

        // Then
        others.forEach(other -> assertNotEquals(sum, other));
        assertNotEquals(others.get(3), others.get(4));
    }

    @Test
    void longRowsAreSummedUpWhole() {
        // Given
        String longCode = "x".repeat(1_000);
        List<Batches.Row> rows = List.of(
                new Batches.Row(List.of("13101", "2024", longCode, longCode, "A"), 1),
                new Batches.Row(List.of("13101", "2024", longCode, "y", "A"), 1));

        // When
        ReleaseChecksum checksum = checksum(rows, 2);

        // Then
        assertEquals(sumOfHashes(rows), checksum.value());
    }

    private static String sumOf(String area, String period, String status, long value) {
        return checksum(List.of(new Batches.Row(List.of(area, period, status), value)), 0)
                .hex();
    }

    private static ReleaseChecksum checksum(List<Batches.Row> rows, int dimensions) {
        ReleaseChecksum checksum = new ReleaseChecksum();
        checksum.add(Batches.of(rows, dimensions));
        return checksum;
    }

    private static BigInteger sumOfHashes(List<Batches.Row> rows) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            BigInteger sum = BigInteger.ZERO;
            for (Batches.Row row : rows) {
                byte[] hash = sha256.digest(row.canonical().getBytes(StandardCharsets.UTF_8));
                sum = sum.add(new BigInteger(1, hash));
            }
            return sum.mod(MODULUS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of words that are all zeros, all ones or any, so that carries run through several of them. */
    private static BigInteger number(Random random) {
        BigInteger number = BigInteger.ZERO;
        for (int word = 0; word < 4; word++) {
            BigInteger next = switch (random.nextInt(4)) {
                case 0 -> BigInteger.ZERO;
                case 1 -> BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
                case 2 -> BigInteger.ONE;
                default -> new BigInteger(64, random);
            };
            number = number.shiftLeft(64).add(next);
        }
        return number;
    }
}
