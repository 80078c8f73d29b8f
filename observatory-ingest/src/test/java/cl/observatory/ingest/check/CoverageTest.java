package cl.observatory.ingest.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.time.Frequency;
import cl.observatory.ingest.Definition;
import cl.observatory.ingest.check.CheckRule.Coverage;
import cl.observatory.ingest.check.CheckRule.Coverage.Periods;
import cl.observatory.ingest.check.CheckRule.Coverage.Territories;
import cl.observatory.ingest.check.CheckRule.Level;
import cl.observatory.ingest.check.Finding.Example;
import cl.observatory.ingest.check.Finding.Outcome;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Territories and periods without a value. */
class CoverageTest {

    /** All but Aysén and Ñuble. */
    private static final List<String> REGIONS =
            List.of("15", "01", "02", "03", "04", "05", "13", "06", "07", "08", "09", "14", "10", "12");

    private static final Coverage AS_LAST = rule(Territories.AS_LAST_RELEASE, Periods.AS_LAST_RELEASE);

    @Test
    void territoriesAndPeriodsOfTheCurrentReleaseAreMissed() {
        // Given
        StagedFile file = StagedFile.ofCases()
                .had("13101", "2024-01", "40101", 1L)
                .had("13102", "2024-01", "40101", 1L)
                .had("13101", "2024-02", "40101", 1L)
                .had("13103", "2024-02", "40102", 1L)
                .had("13103", "2024-03", "40101", 1L)
                .sends("13101", "2024-01", "40101", 1L)
                .sends("13103", "2024-03", "40101", 1L)
                .sends("13103", "2024-01", "40101", 1L);

        // When
        List<Finding> findings = file.findings(AS_LAST);

        // Then
        assertEquals(List.of("TERRITORIES_MISSING 1 [13102]", "PERIODS_MISSING 1 [2024-02]"), told(findings));
        assertEquals(
                "Cerrillos", findings.getFirst().examples().getFirst().name().es());
    }

    @Test
    void cellWhoseTerritoryAndPeriodAreThereIsMissedByItself() {
        // Given
        StagedFile file = StagedFile.ofCases()
                .keeps("13101", "2024-01", "40101", 1L)
                .keeps("13102", "2024-02", "40101", 1L)
                .had("13101", "2024-02", "40101", 0L);

        // When
        List<Finding> findings = file.findings(AS_LAST);

        // Then
        assertEquals(List.of("CELLS_MISSING 1 [13101 2024-02]"), told(findings));
    }

    @Test
    void newPeriodNeedsTheTerritoriesOfTheLastYear() {
        // Given: 13103 ended two years ago
        StagedFile file = StagedFile.ofCases()
                .keeps("13103", "2022-01", "40101", 1L)
                .keeps("13101", "2024-01", "40101", 1L)
                .keeps("13102", "2023-06", "40101", 1L)
                .sends("13101", "2024-02", "40101", 1L);

        // When
        List<Finding> findings = file.findings(AS_LAST);

        // Then
        assertEquals(List.of("CELLS_MISSING 1 [13102 2024-02]"), told(findings));
    }

    @Test
    void missingValueIsNoValueAndZeroIsOne() {
        // Given
        StagedFile file = StagedFile.ofCases()
                .had("13101", "2024-01", "40101", 1L)
                .had("13102", "2024-01", "40101", 1L)
                .had("13103", "2024-01", "40101", null)
                .sends("13101", "2024-01", "40101", null)
                .sends("13102", "2024-01", "40101", 0L);

        // When
        List<Finding> findings = file.findings(AS_LAST);

        // Then
        assertEquals(List.of("TERRITORIES_MISSING 1 [13101]"), told(findings));
    }

    @Test
    void fileThatAddsNewPeriodsIsAskedForTheirTerritoriesOnly() {
        // Given
        StagedFile file = StagedFile.ofCases()
                .merged()
                .had("13101", "2024-01", "40101", 1L)
                .had("13102", "2024-01", "40101", 1L)
                .sends("13101", "2024-02", "40101", 1L);

        // When
        List<Finding> findings = file.findings(AS_LAST);

        // Then
        assertEquals(List.of("TERRITORIES_MISSING 1 [13102]"), told(findings));
    }

    @Test
    void fileOfCorrectionsLacksNothing() {
        // Given
        StagedFile file = StagedFile.ofCases()
                .merged()
                .had("13101", "2024-01", "40101", 1L)
                .had("13102", "2024-01", "40101", 1L)
                .had("13102", "2024-02", "40101", 1L)
                .sends("13101", "2024-01", "40101", 5L);

        // When
        List<Finding> findings = file.findings(AS_LAST, rule(null, Periods.GAPLESS));

        // Then
        assertEquals(List.of(), told(findings));
        assertEquals(
                List.of(Outcome.PASSED, Outcome.PASSED),
                findings.stream().map(Finding::outcome).toList());
    }

    @Test
    void firstReleaseHasNothingToBeComparedWith() {
        // Given
        StagedFile file = StagedFile.ofCases().sends("13101", "2024-01", "40101", 1L);

        // When
        Finding finding = file.finding(AS_LAST);

        // Then
        assertEquals(Outcome.NOT_APPLICABLE, finding.outcome());
        assertEquals(FindingCode.NO_CURRENT_RELEASE, finding.code());
    }

    @Test
    void gapBetweenPeriodsIsFound() {
        // Given
        StagedFile file =
                StagedFile.ofCases().sends("13101", "2023-11", "40101", 1L).sends("13102", "2024-02", "40101", 1L);

        // When
        List<Finding> findings = file.findings(rule(null, Periods.GAPLESS));

        // Then
        assertEquals(List.of("PERIODS_MISSING 2 [2024-01, 2023-12]"), told(findings));
    }

    @Test
    void gapOfAMergeIsLookedForInTheYearsThatItTouches() {
        // Given
        StagedFile file = StagedFile.ofCases()
                .merged()
                .had("13101", "2010-01", "40101", 1L)
                .had("13101", "2010-02", "40101", 1L)
                .had("13101", "2024-10", "40101", 1L)
                .sends("13101", "2010-02", "40101", 2L)
                .sends("13101", "2024-12", "40101", 1L);

        // When
        List<Finding> findings = file.findings(rule(null, Periods.GAPLESS));

        // Then
        assertEquals(1, findings.size());
        assertEquals(
                List.of("2024-11"),
                findings.getFirst().examples().stream()
                        .map(Example::period)
                        .filter(period -> period.compareTo("2024-10") > 0)
                        .toList());
        assertEquals(
                List.of(),
                findings.getFirst().examples().stream()
                        .map(Example::period)
                        .filter(period -> period.compareTo("2011") > 0 && period.compareTo("2024") < 0)
                        .toList());
    }

    @Test
    void everyTerritoryThatHeldInAPeriodIsExpected() {
        // Given: Ñuble is of 2018
        StagedFile file = new StagedFile(Definition.cases("region", Frequency.A));
        for (String region : REGIONS.subList(1, REGIONS.size())) {
            file.sends(region, "2017", "40101", 1L).sends(region, "2019", "40101", 1L);
        }
        file.sends("11", "2019", "40101", 1L).sends("16", "2019", "40101", 1L);

        // When
        List<Finding> findings = file.findings(rule(Territories.ALL_OF_LEVEL, null));

        // Then
        assertEquals(
                List.of("TERRITORIES_MISSING 1 [" + REGIONS.getFirst() + "]", "CELLS_MISSING 1 [11 2017]"),
                told(findings));
    }

    @Test
    void territoryThatNoLongerHoldsIsNotExpected() {
        // Given
        StagedFile file = StagedFile.ofCases().sends("13101", "2024-01", "40101", 1L);

        // When
        Finding finding = file.finding(rule(Territories.ALL_OF_LEVEL, null));

        // Then
        assertEquals(345, finding.count());
        assertEquals(ComparedCells.EXAMPLES, finding.examples().size());
    }

    @Test
    void territoryThatIsExceptedIsNotExpected() {
        // Given
        Coverage except = new Coverage("coverage", Level.WARNING, Territories.ALL_OF_LEVEL, null, List.of("16", "11"));
        StagedFile file = new StagedFile(Definition.cases("region", Frequency.A));
        for (String region : REGIONS) {
            file.sends(region, "2019", "40101", 1L);
        }

        // When
        Finding finding = file.finding(except);

        // Then
        assertEquals(Outcome.PASSED, finding.outcome());
    }

    private static Coverage rule(Territories territories, Periods periods) {
        return new Coverage("coverage", Level.WARNING, territories, periods, null);
    }

    private static List<String> told(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.outcome() == Outcome.FOUND)
                .map(finding -> finding.code() + " " + finding.count() + " "
                        + finding.examples().stream()
                                .map(CoverageTest::place)
                                .collect(Collectors.joining(", ", "[", "]")))
                .toList();
    }

    private static String place(Example example) {
        return example.territory() == null
                ? example.period()
                : example.territory() + (example.period() == null ? "" : " " + example.period());
    }
}
