package cl.observatory.reports.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.reports.Places;
import cl.observatory.reports.Reporter;
import cl.observatory.reports.Seized;
import cl.observatory.reports.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.zip.Deflater;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody took a copy of all tables, and has no key: of a report the week and the lane are learned, and nothing else. */
@QuarkusTest
@WithTestResource(Servers.class)
class SeizureTest {

    private static final int RANDOM_UUID = 4;

    @BeforeEach
    void publishPlaces() {
        Places.publish();
    }

    @Test
    void reportsOfALaneDifferInRandomBytesAlone() {
        // Given
        Seized before = Seized.copy();
        Reporter.submits(shortest());
        Seized between = Seized.copy();

        // When
        Reporter.submits(longest());

        // Then
        assertDifferInRandomBytesAlone(before.changedUntil(between), between.changedUntil(Seized.copy()));
    }

    @Test
    void additionsDifferInRandomBytesAlone() {
        // Given
        String first = Reporter.submits(shortest());
        String second = Reporter.submits(longest());
        Seized before = Seized.copy();
        Reporter.add(first, "no").statusCode(201);
        Seized between = Seized.copy();

        // When
        Reporter.add(second, "Volvieron. ".repeat(180)).statusCode(201);

        // Then
        assertDifferInRandomBytesAlone(before.changedUntil(between), between.changedUntil(Seized.copy()));
    }

    @Test
    void withdrawnReportsLeaveNothingThatWasTold() {
        // Given
        String receipt = Reporter.submits(longest());
        Reporter.add(receipt, "Volvieron.").statusCode(201);
        Seized before = Seized.copy();

        // When
        Reporter.withdraw(receipt).statusCode(200);

        // Then
        Map<String, List<Map<String, Object>>> changed = before.changedUntil(Seized.copy());
        Map<String, Object> kept = changed.get("report").stream()
                .filter(row -> row.get("state").equals("WITHDRAWN"))
                .findFirst()
                .orElseThrow();
        assertNull(kept.get("sealed"));
        assertFalse(Seized.sameValue(
                kept.get("receipt_hash"), changed.get("report").getLast().get("receipt_hash")));
        assertEquals(
                List.of(),
                Seized.copy().rows("addition").stream()
                        .filter(row -> row.get("report_id").equals(kept.get("id")))
                        .toList());
    }

    /** What is learned: how urgent it is and in which part of the country, without the key not even which. */
    @Test
    void laneTellsUrgencyAndPartOfTheCountryAlone() {
        Set<Object> lanes = new HashSet<>();
        for (Map<String, Object> report : List.of(
                Reporter.report(),
                Reporter.report("category", "SERVICE_GAP"),
                Reporter.report("commune", Places.VALPARAISO))) {
            lanes.add(laneOf(report));
        }

        assertEquals(3, lanes.size());
        assertEquals(laneOf(Reporter.report()), laneOf(Reporter.report("category", "KIDNAPPING")));
        assertTrue(lanes.stream().allMatch(lane -> Math.abs((int) lane) > 1000), lanes.toString());
    }

    private static Object laneOf(Map<String, Object> report) {
        Seized before = Seized.copy();
        Reporter.submits(report);
        return before.changedUntil(Seized.copy()).get("report").getFirst().get("lane");
    }

    @Test
    void sealedBytesLookRandom() {
        // Given
        for (int i = 0; i < 8; i++) {
            Reporter.submits(i % 2 == 0 ? shortest() : longest());
        }

        // When
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Seized.copy().rows("report").stream()
                .map(row -> (byte[]) row.get("sealed"))
                .filter(Objects::nonNull)
                .forEach(all::writeBytes);
        byte[] bytes = all.toByteArray();

        // Then
        assertTrue(bytes.length > 8 * 16_384);
        double chiSquare = chiSquare(bytes);
        // of 255 degrees of freedom; beyond these one sample in a million is
        assertTrue(chiSquare > 150 && chiSquare < 375, "chi-square " + chiSquare);
        assertTrue(deflated(bytes) > bytes.length, "they can be compressed");
        assertEquals(0, repeated(bytes), "sequences of eight bytes come again");
    }

    private static double chiSquare(byte[] bytes) {
        int[] counts = new int[256];
        for (byte each : bytes) {
            counts[each & 0xFF]++;
        }
        double expected = bytes.length / 256.0;
        return Arrays.stream(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
    }

    private static int deflated(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(bytes);
        deflater.finish();
        int length = deflater.deflate(new byte[bytes.length * 2]);
        deflater.end();
        return length;
    }

    private static int repeated(byte[] bytes) {
        Set<Long> seen = new HashSet<>();
        int repeated = 0;
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        for (int at = 0; at + Long.BYTES <= bytes.length; at++) {
            if (!seen.add(buffer.getLong(at))) {
                repeated++;
            }
        }
        return repeated;
    }

    private static void assertDifferInRandomBytesAlone(
            Map<String, List<Map<String, Object>>> one, Map<String, List<Map<String, Object>>> other) {
        assertFalse(one.isEmpty());
        assertEquals(one.keySet(), other.keySet());
        one.forEach((table, rows) -> {
            assertEquals(rows.size(), other.get(table).size(), table);
            for (int i = 0; i < rows.size(); i++) {
                Map<String, Object> twin = other.get(table).get(i);
                rows.get(i)
                        .forEach((column, value) -> assertSameOrRandom(table + "." + column, value, twin.get(column)));
            }
        });
    }

    private static void assertSameOrRandom(String column, Object one, Object other) {
        switch (one) {
            case UUID id -> {
                assertEquals(RANDOM_UUID, id.version(), column);
                assertNotEquals(id, other, column);
            }
            case byte[] bytes -> {
                byte[] others = (byte[]) other;
                assertEquals(bytes.length, others.length, column);
                assertEquals(bytes.length, different(bytes, others), bytes.length / 50.0 + 8, column);
            }
            case null, default -> assertEquals(one, other, column);
        }
    }

    /** Of random bytes one in 256 is the same by chance. */
    private static int different(byte[] one, byte[] other) {
        int different = 0;
        for (int i = 0; i < one.length; i++) {
            different += one[i] == other[i] ? 0 : 1;
        }
        return different;
    }

    private static Map<String, Object> shortest() {
        Map<String, Object> report = Reporter.report("text", null);
        report.put("affectedGroups", List.of());
        return report;
    }

    /** Another report in all that it tells, and in the same lane. */
    private static Map<String, Object> longest() {
        Map<String, Object> report = Reporter.report("text", "Ñandú, año, señal. ".repeat(100));
        report.put("category", "CHILD_RECRUITMENT");
        report.put(
                "occurredMonth",
                YearMonth.now(ZoneId.of("America/Santiago")).minusMonths(20).toString());
        report.put("frequency", "ONGOING");
        report.put("trend", "UNKNOWN");
        report.put("affectedGroups", List.of("CHILDREN", "YOUTH", "SCHOOL_STAFF", "MIGRANTS"));
        report.put("consentToAggregate", false);
        report.put("happeningNow", true);
        report.put("language", "en");
        return report;
    }
}
