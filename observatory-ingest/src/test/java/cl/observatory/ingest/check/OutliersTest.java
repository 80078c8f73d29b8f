package cl.observatory.ingest.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.ingest.Definition;
import cl.observatory.ingest.check.CheckRule.Level;
import cl.observatory.ingest.check.CheckRule.Outliers;
import cl.observatory.ingest.check.Finding.Example;
import cl.observatory.ingest.check.Finding.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** New and changed values against their own series' history. */
class OutliersTest {

    private static final Outliers RULE = new Outliers("outliers", Level.WARNING, BigDecimal.valueOf(8), 24);

    private final Random random = new Random(20261124);

    @Test
    void thousandsDotThatWasReadAsADecimalPointIsFoundInAFirstFile() {
        // Given
        StagedFile file = StagedFile.ofCases();
        months(120, (period, month) -> {
            file.sends("13101", period, "40101", month == 50 ? 1L : month == 70 ? 2L : around(1500));
            file.sends("13102", period, "40101", around(3));
        });

        // When
        Finding finding = file.finding(RULE);

        // Then
        assertEquals(FindingCode.FAR_FROM_HISTORY, finding.code());
        assertEquals(2, finding.count());
        assertEquals(
                List.of("2015-03", "2016-11"),
                finding.examples().stream().map(Example::period).toList());
        Example worst = finding.examples().getFirst();
        assertEquals("13101", worst.territory());
        assertEquals(BigDecimal.ONE, worst.value());
        assertTrue(worst.expected().from().intValueExact() > 900, worst.toString());
        assertTrue(worst.expected().to().intValueExact() < 2300, worst.toString());
        assertEquals(List.of(240L, 0L), finding.arguments().subList(1, 3));
    }

    @Test
    void thousandsDotIsFoundInASeriesThatSwings() {
        // Given: between some 200 and some 2000, a value of 2 is no more than half a swing below the middle
        StagedFile file = StagedFile.ofCases();
        months(
                120,
                (period, month) -> file.sends(
                        "13101",
                        period,
                        "40101",
                        month == 50 ? 2L : Math.round(600 * Math.exp(0.5 * random.nextGaussian()))));

        // When
        Finding finding = file.finding(RULE);

        // Then
        assertEquals(1, finding.count());
        assertEquals("2015-03", finding.examples().getFirst().period());
        assertTrue(finding.examples().getFirst().expected().from().intValueExact() < 100, finding.toString());
    }

    @Test
    void zerosWhereLittleIsUsualPass() {
        // Given
        StagedFile file = StagedFile.ofCases();
        months(120, (period, month) -> file.sends("13101", period, "40101", month % 20 == 0 ? 0L : around(4)));

        // When
        Finding finding = file.finding(RULE);

        // Then
        assertEquals(Outcome.PASSED, finding.outcome());
    }

    @Test
    void valuesThatChanceMovesPass() {
        // Given
        StagedFile file = StagedFile.ofCases();
        months(120, (period, month) -> {
            file.sends("13101", period, "40101", around(900));
            file.sends("13102", period, "40101", around(20));
            file.sends("13103", period, "40101", month % 40 == 0 ? 9L : 0L);
            file.sends("13104", period, "40101", 5L);
        });

        // When
        Finding finding = file.finding(RULE);

        // Then
        assertEquals(Outcome.PASSED, finding.outcome());
    }

    @Test
    void monthIsJudgedByTheSameMonthOfOtherYears() {
        // Given: every February is quiet, but the last one is like any other month
        StagedFile file = StagedFile.ofCases();
        months(120, (period, month) -> {
            long value = month % 12 == 1 && month < 109 ? around(100) : around(900);
            if (month < 108) {
                file.keeps("13101", period, "40101", value);
            } else if (month < 110) {
                file.sends("13101", period, "40101", value);
            }
        });

        // When
        Finding finding = file.finding(RULE);

        // Then
        assertEquals(1, finding.count());
        assertEquals("2020-02", finding.examples().getFirst().period());
        assertTrue(finding.examples().getFirst().expected().to().intValueExact() < 400, finding.toString());
        assertEquals(List.of(2L, 0L), finding.arguments().subList(1, 3));
    }

    @Test
    void whatWasPublishedBeforeIsNotJudgedAgain() {
        // Given
        StagedFile file = StagedFile.ofCases();
        months(60, (period, month) -> file.keeps("13101", period, "40101", month == 30 ? 1L : around(1500)));

        // When
        Finding finding = file.finding(RULE);

        // Then
        assertEquals(Outcome.PASSED, finding.outcome());
    }

    @Test
    void changedValuesAreJudgedByWhatWasPublished() {
        // Given: the whole file is a thousand times too small
        StagedFile file = StagedFile.ofCases();
        months(
                36,
                (period, month) ->
                        file.had("13101", period, "40101", around(5000)).sends("13101", period, "40101", 5L));

        // When
        Finding finding = file.finding(RULE);

        // Then
        assertEquals(36, finding.count());
        assertTrue(finding.examples().getFirst().before().intValueExact() > 4000, finding.toString());
    }

    @Test
    void seriesWithLittleHistoryIsNotJudged() {
        // Given
        StagedFile file = StagedFile.ofCases();
        months(23, (period, month) -> file.sends("13101", period, "40101", month == 3 ? 1L : 5000L));

        // When
        Finding finding = file.finding(RULE);

        // Then
        assertEquals(Outcome.NOT_APPLICABLE, finding.outcome());
        assertEquals(FindingCode.TOO_LITTLE_HISTORY, finding.code());
        assertEquals(List.of(23L, 24), finding.arguments());
    }

    @Test
    void shortSeriesIsNotJudgedBesideLongOnes() {
        // Given
        StagedFile file = StagedFile.ofCases();
        months(24, (period, month) -> file.sends("13102", period, "40101", month == 3 ? 1L : 5000L));
        months(23, (period, month) -> file.sends("13101", period, "40101", month == 3 ? 1L : 5000L));

        // When
        Finding finding = file.finding(RULE);

        // Then
        assertEquals(1, finding.count());
        assertEquals("13102", finding.examples().getFirst().territory());
        assertEquals(List.of(24L, 23L), finding.arguments().subList(1, 3));
    }

    @Test
    void mergedMonthIsJudgedByTheMonthsThatAreThere() {
        // Given
        StagedFile file = StagedFile.ofCases().merged();
        months(30, (period, month) -> {
            file.had("13101", period, "40101", around(2000));
            file.had("13102", period, "40101", around(2000));
        });
        file.sends("13101", "2013-07", "40101", 2L).sends("13102", "2013-07", "40101", 2010L);

        // When
        Finding finding = file.finding(RULE);

        // Then
        assertEquals(1, finding.count());
        assertEquals("13101", finding.examples().getFirst().territory());
    }

    @Test
    void valuesThatAreNoCountsAreJudgedAsTheyAre() {
        // Given
        StagedFile file = new StagedFile(Definition.measure(1));
        for (int year = 1990; year < 2020; year++) {
            file.sends("13101", Integer.toString(year), null, -500L + random.nextInt(21));
            file.sends("13102", Integer.toString(year), null, year == 2000 ? 600L : 500L + random.nextInt(21));
        }

        // When
        Finding finding = file.finding(new Outliers("outliers", Level.WARNING, BigDecimal.valueOf(8), 10));

        // Then
        assertEquals(1, finding.count());
        assertEquals(new BigDecimal("60.0"), finding.examples().getFirst().value());
        assertEquals(1, finding.examples().getFirst().expected().from().scale());
    }

    @Test
    void ruleCanBeThereTwice() {
        // Given
        StagedFile file = StagedFile.ofCases();
        months(60, (period, month) -> file.sends("13101", period, "40101", month == 30 ? 1500L : around(1000)));

        // When
        List<Finding> findings = file.findings(new Outliers("wide", Level.WARNING, BigDecimal.valueOf(1000), 24), RULE);

        // Then
        assertEquals(
                List.of(Outcome.PASSED, Outcome.FOUND),
                findings.stream().map(Finding::outcome).toList());
    }

    private interface Month {
        void of(String period, int month);
    }

    private static void months(int count, Month each) {
        for (int month = 0; month < count; month++) {
            each.of(Period.of(Frequency.M, 2011, 1).plus(month).toString(), month);
        }
    }

    /** A count that chance alone moves around a mean, as a normal distribution with its variance. */
    private long around(double mean) {
        return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
}
