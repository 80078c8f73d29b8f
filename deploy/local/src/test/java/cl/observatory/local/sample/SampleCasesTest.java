package cl.observatory.local.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SampleCasesTest {

    private static final List<String> COMMUNES = List.of("13101", "01101", "16303");
    private static final List<String> CLASSES = List.of("40101", "60401");

    @Test
    void everyPlaceMonthAndClassHasOneRow() {
        // When
        SampleCases cases = cases(1, COMMUNES);

        // Then
        List<String> rows = text(cases).lines().skip(1).toList();
        Set<String> cells = new HashSet<>();
        rows.forEach(row -> cells.add(row.substring(0, row.lastIndexOf(','))));
        assertEquals(3 * 2 * 24, rows.size());
        assertEquals(rows.size(), cells.size());
        assertEquals(rows.size(), cases.rows());
        assertTrue(cells.contains("16303,2025-12,60401"), "the last month");
    }

    @Test
    void aSeedGivesTheSameFileEachTime() {
        SampleCases cases = cases(1, COMMUNES);

        assertEquals(text(cases), text(cases));
        assertEquals(text(cases), text(cases(1, COMMUNES)));
        assertNotEquals(text(cases), text(cases(2, COMMUNES)));
    }

    @Test
    void aPlaceDoesNotChangeWhenOthersAreAdded() {
        String alone = text(cases(1, List.of("01101")));

        String among = text(cases(1, COMMUNES));

        assertTrue(among.contains(alone.substring(alone.indexOf('\n') + 1)), "the rows of 01101");
    }

    @Test
    void populationHasEveryPlaceAndYear() {
        String file = text(new SamplePopulation(1, COMMUNES, 2024, 2));

        assertEquals(7, file.lines().count());
        assertTrue(file.lines().skip(1).allMatch(row -> row.matches("[0-9]{5},202[45],[1-9][0-9]*")), file);
    }

    private static SampleCases cases(long seed, List<String> communes) {
        return new SampleCases(seed, communes, CLASSES, YearMonth.of(2024, 1), 24);
    }

    private static String text(Iterable<byte[]> pieces) {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(new String(piece, UTF_8)));
        return text.toString();
    }
}
