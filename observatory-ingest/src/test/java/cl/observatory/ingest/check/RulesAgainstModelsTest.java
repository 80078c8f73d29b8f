package cl.observatory.ingest.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.ingest.check.CheckRule.Coverage;
import cl.observatory.ingest.check.CheckRule.Level;
import cl.observatory.ingest.check.CheckRule.Outliers;
import cl.observatory.ingest.check.CheckRule.Revision;
import cl.observatory.ingest.check.CheckRule.TotalOfParts;
import cl.observatory.ingest.check.Finding.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rules say by SQL of files that chance makes is what a plain walk over their cells says. */
class RulesAgainstModelsTest {

    private static final List<String> AREAS = List.of("13101", "13102", "13103", "05101", "05102");
    private static final List<String> CODES = List.of("201", "20101", "20102", "40101");
    private static final int MONTHS = 6;

    private record Cell(String area, String period, String code) {}

    /** Cells of a file and of the current release; a value of null is stated to be missing. */
    private record Case(Map<Cell, Long> sent, Map<Cell, Long> current, boolean full) {

        static Case of(Random random) {
            Map<Cell, Long> sent = new HashMap<>();
            Map<Cell, Long> current = new HashMap<>();
            int lastCurrent = random.nextInt(MONTHS + 1);
            int density = 1 + random.nextInt(9);
            for (String area : AREAS) {
                for (int month = 0; month < MONTHS; month++) {
                    for (String code : CODES) {
                        Cell cell = new Cell(area, month(month), code);
                        if (month < lastCurrent && random.nextInt(10) < density) {
                            current.put(cell, value(random));
                        }
                        if (random.nextInt(10) < density) {
                            sent.put(cell, random.nextBoolean() ? current.get(cell) : value(random));
                        }
                    }
                }
            }
            return new Case(sent, current, random.nextBoolean());
        }

        private static Long value(Random random) {
            return random.nextInt(8) == 0 ? null : (long) random.nextInt(4);
        }

        StagedFile staged(Random random) {
            StagedFile file = StagedFile.ofCases();
            if (!full) {
                file.merged();
            }
            List<Map.Entry<Cell, Long>> sentInSomeOrder = new ArrayList<>(sent.entrySet());
            Collections.shuffle(sentInSomeOrder, random);
            sentInSomeOrder.forEach(entry -> file.sends(
                    entry.getKey().area(),
                    entry.getKey().period(),
                    entry.getKey().code(),
                    entry.getValue()));
            List<Map.Entry<Cell, Long>> currentInSomeOrder = new ArrayList<>(current.entrySet());
            Collections.shuffle(currentInSomeOrder, random);
            currentInSomeOrder.forEach(entry -> file.had(
                    entry.getKey().area(),
                    entry.getKey().period(),
                    entry.getKey().code(),
                    entry.getValue()));
            return file;
        }

        /** What would hold if the file were approved. */
        Map<Cell, Long> after() {
            Map<Cell, Long> after = new HashMap<>(full ? Map.of() : current);
            after.putAll(sent);
            return after;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void revisionCountsThePastThatChanges(long seed) {
        // Given
        Random random = new Random(seed);
        Case made = Case.of(random);
        Map<Cell, Long> after = made.after();
        List<Cell> known = made.current().keySet().stream()
                .filter(cell -> made.current().get(cell) != null)
                .toList();
        String newest = known.stream().map(Cell::period).max(String::compareTo).orElse("");
        List<Cell> past = known.stream()
                .filter(cell -> cell.period().compareTo(newest) < 0)
                .toList();
        long changed = past.stream()
                .filter(cell -> !made.current().get(cell).equals(after.get(cell)))
                .count();

        // When
        Finding finding = made.staged(random).finding(new Revision("r", Level.WARNING, BigDecimal.ZERO));

        // Then
        assertEquals(changed, finding.count());
        assertEquals(
                past.isEmpty() ? Outcome.NOT_APPLICABLE : changed == 0 ? Outcome.PASSED : Outcome.FOUND,
                finding.outcome());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void totalsAreThoseThatAWalkOverTheCellsFinds(long seed) {
        // Given
        Random random = new Random(seed);
        Case made = Case.of(random);
        Map<Cell, Long> after = made.after();
        long off = 0;
        for (String area : AREAS) {
            for (int month = 0; month < MONTHS; month++) {
                off += isOff(made, after, area, month(month)) ? 1 : 0;
            }
        }

        // When
        Finding finding =
                made.staged(random).finding(new TotalOfParts("t", Level.ERROR, "CRIME_CLASS", "201", null, null));

        // Then
        assertEquals(off, finding.count());
    }

    private static boolean isOff(Case made, Map<Cell, Long> after, String area, String period) {
        Cell total = new Cell(area, period, "201");
        List<Cell> parts = List.of(new Cell(area, period, "20101"), new Cell(area, period, "20102"));
        List<Long> stated =
                parts.stream().map(after::get).filter(value -> value != null).toList();
        boolean touched = made.sent().containsKey(total) || parts.stream().anyMatch(made.sent()::containsKey);
        if (after.get(total) == null || stated.isEmpty() || !touched) {
            return false;
        }
        long sum = stated.stream().mapToLong(Long::longValue).sum();
        return stated.size() == parts.size() ? sum != after.get(total) : sum > after.get(total);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void coverageMissesWhatTheCurrentReleaseHad(long seed) {
        // Given
        Random random = new Random(seed);
        Case made = Case.of(random);
        Set<List<String>> had = places(made.current());
        Set<List<String>> have = places(made.sent());
        Set<String> newPeriods = column(have, 1);
        newPeriods.removeAll(column(had, 1));
        Set<List<String>> missing = new HashSet<>(made.full() ? had : Set.of());
        column(had, 0).forEach(area -> newPeriods.forEach(period -> missing.add(List.of(area, period))));
        missing.removeAll(have);
        Set<String> areas = column(missing, 0);
        areas.removeAll(column(have, 0));
        Set<String> periods = made.full() ? column(had, 1) : new TreeSet<>();
        periods.removeAll(column(have, 1));
        long cells = missing.stream()
                .filter(place -> column(have, 0).contains(place.get(0))
                        && column(have, 1).contains(place.get(1)))
                .count();

        // When
        List<Finding> findings = made.staged(random)
                .findings(new Coverage(
                        "c",
                        Level.WARNING,
                        Coverage.Territories.AS_LAST_RELEASE,
                        Coverage.Periods.AS_LAST_RELEASE,
                        null));

        // Then
        assertEquals(areas.size(), count(findings, FindingCode.TERRITORIES_MISSING));
        assertEquals(periods.size(), count(findings, FindingCode.PERIODS_MISSING));
        assertEquals(cells, count(findings, FindingCode.CELLS_MISSING));
    }

    private static Set<List<String>> places(Map<Cell, Long> cells) {
        Set<List<String>> places = new HashSet<>();
        cells.forEach((cell, value) -> {
            if (value != null) {
                places.add(List.of(cell.area(), cell.period()));
            }
        });
        return places;
    }

    private static Set<String> column(Set<List<String>> places, int column) {
        Set<String> values = new TreeSet<>();
        places.forEach(place -> values.add(place.get(column)));
        return values;
    }

    private static long count(List<Finding> findings, FindingCode code) {
        return findings.stream()
                .filter(finding -> finding.code() == code)
                .mapToLong(Finding::count)
                .sum();
    }

    /** Whatever the levels and swings of a publisher's series are, thousands read as units are found, and nothing else. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void thousandsReadAsUnitsAreFoundAndNothingElse(long seed) {
        // Given
        Random random = new Random(seed);
        StagedFile file = StagedFile.ofCases();
        Set<String> wrong = new TreeSet<>();
        for (String area : AREAS) {
            double level = 1000 + random.nextInt(8000);
            double swing = 0.05 + 0.2 * random.nextDouble();
            for (int month = 0; month < 96; month++) {
                long value = Math.round(level * Math.exp(swing * random.nextGaussian()));
                boolean trap = random.nextInt(80) == 0;
                file.sends(area, month(month), "40101", trap ? 1 + value / 1000 : value);
                if (trap) {
                    wrong.add(area + " " + month(month));
                }
            }
        }

        // When
        Finding finding = file.finding(new Outliers("o", Level.WARNING, BigDecimal.valueOf(8), 24));

        // Then
        Set<String> found = new TreeSet<>();
        finding.examples().forEach(example -> found.add(example.territory() + " " + example.period()));
        assertEquals(wrong, found, "seed " + seed);
        assertEquals(wrong.size(), finding.count(), "seed " + seed);
    }

    private static String month(int month) {
        return Period.of(Frequency.M, 2020, 1).plus(month).toString();
    }
}
