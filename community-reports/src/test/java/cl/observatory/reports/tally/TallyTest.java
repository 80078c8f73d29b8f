package cl.observatory.reports.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.reports.sealing.Purpose;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void factsAddUp() {
        Tally tally = Tally.EMPTY
                .plus(new Fact.Valid("EXTORTION", "13101"))
                .plus(new Fact.Valid("EXTORTION", "13101"))
                .plus(new Fact.Valid("EXTORTION", "13127"))
                .plus(new Fact.Valid("GUNSHOTS", "13101"))
                .plus(new Fact.Rejected("SPAM"))
                .plus(new Fact.Decided(3))
                .plus(new Fact.Decided(3))
                .plus(new Fact.Opened());

        assertEquals(
                new Tally(
                        Map.of("EXTORTION", Map.of("13101", 2, "13127", 1), "GUNSHOTS", Map.of("13101", 1)),
                        Map.of("SPAM", 1),
                        Map.of(3, 2),
                        1),
                Tally.unpacked(tally.packed()));
    }

    /** Else a busy month would be longer than others, or could not be counted at all. */
    @Test
    void monthInWhichEverythingIsReportedEverywhereIsNotTooLong() {
        Map<String, Map<String, Integer>> valid = new TreeMap<>();
        for (int category = 0; category < 30; category++) {
            Map<String, Integer> counts = new TreeMap<>();
            for (int commune = 0; commune < 346; commune++) {
                counts.put(Integer.toString(10_000 + 7 * commune), 1 + (31 * commune + 17 * category) % 300);
            }
            valid.put("CATEGORY_NUMBER_" + category, counts);
        }
        Map<Integer, Integer> decided = new TreeMap<>();
        for (int days = 0; days < 365; days++) {
            decided.put(days, days);
        }

        int length = new Tally(valid, Map.of("SPAM", 1_000), decided, 10_000).packed().length;

        assertTrue(length < Purpose.TALLY.size() - 4, "packed it has " + length + " bytes");
    }
}
