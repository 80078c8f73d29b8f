package cl.observatory.ingest.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.check.CheckRule.ControlTotal;
import cl.observatory.ingest.check.CheckRule.Level;
import cl.observatory.ingest.check.CheckRule.Tolerance;
import cl.observatory.ingest.check.CheckRule.TotalOfParts;
import cl.observatory.ingest.check.Finding.Example;
import cl.observatory.ingest.check.Finding.Expected;
import cl.observatory.ingest.check.Finding.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Totals against parts, and against what the publisher states. */
class TotalsTest {

    private static final List<String> ROBBERIES = List.of("20101", "20102");

    @Test
    void totalThatIsNotTheSumOfItsPartsIsFound() {
        // Given
        StagedFile file = StagedFile.ofCases()
                .sends("13101", "2024-01", "201", 30L)
                .sends("13101", "2024-01", "20101", 10L)
                .sends("13101", "2024-01", "20102", 20L)
                .sends("13102", "2024-01", "201", 30L)
                .sends("13102", "2024-01", "20101", 10L)
                .sends("13102", "2024-01", "20102", 19L);

        // When
        Finding finding = file.finding(parts(null));

        // Then
        assertEquals(FindingCode.TOTAL_DIFFERS, finding.code());
        assertEquals(List.of(1L, 2L, "CRIME_CLASS"), finding.arguments());
        Example example = finding.examples().getFirst();
        assertEquals("13102", example.territory());
        assertEquals(Map.of("CRIME_CLASS", "201"), example.codes());
        assertEquals(BigDecimal.valueOf(30), example.value());
        assertEquals(new Expected(BigDecimal.valueOf(29), BigDecimal.valueOf(29)), example.expected());
    }

    @Test
    void partsAreThoseOfTheClassificationWhenNoneAreListed() {
        // Given
        StagedFile file = StagedFile.ofCases()
                .sends("13101", "2024-01", "201", 30L)
                .sends("13101", "2024-01", "20101", 10L)
                .sends("13101", "2024-01", "20102", 21L)
                .sends("13101", "2024-01", "2", 30L)
                .sends("13101", "2024-01", "202", 5L);

        // When
        List<Finding> findings = file.findings(
                new TotalOfParts("of-one", Level.ERROR, "CRIME_CLASS", "201", null, null),
                new TotalOfParts("of-all", Level.ERROR, "CRIME_CLASS", null, null, null));

        // Then
        assertEquals(List.of(1L, 2L), findings.stream().map(Finding::count).toList());
        assertEquals(
                List.of("2", "201"),
                findings.getLast().examples().stream()
                        .map(example -> example.codes().get("CRIME_CLASS"))
                        .toList());
    }

    @Test
    void toleranceIsTheGreaterOfTheTwo() {
        // Given
        StagedFile file = StagedFile.ofCases()
                .sends("13101", "2024-01", "201", 1009L)
                .sends("13101", "2024-01", "20101", 500L)
                .sends("13101", "2024-01", "20102", 500L);

        // When
        List<Finding> findings = file.findings(
                parts(new Tolerance(BigDecimal.valueOf(8), new BigDecimal("0.008"))),
                parts(new Tolerance(BigDecimal.valueOf(9), null)),
                parts(new Tolerance(BigDecimal.ONE, new BigDecimal("0.01"))));

        // Then
        assertEquals(
                List.of(Outcome.FOUND, Outcome.PASSED, Outcome.PASSED),
                findings.stream().map(Finding::outcome).toList());
    }

    @Test
    void totalWithAPartThatIsMissingMustHoldTheOthers() {
        // Given
        StagedFile file = StagedFile.ofCases()
                .sends("13101", "2024-01", "201", 30L)
                .sends("13101", "2024-01", "20101", 10L)
                .sends("13101", "2024-01", "20102", null)
                .sends("13102", "2024-01", "201", 30L)
                .sends("13102", "2024-01", "20101", 31L);

        // When
        Finding finding = file.finding(parts(null));

        // Then
        assertEquals(1, finding.count());
        assertEquals("13102", finding.examples().getFirst().territory());
    }

    @Test
    void fileWithoutTotalsHasNothingToCompare() {
        // Given
        StagedFile file = StagedFile.ofCases().sends("13101", "2024-01", "20101", 10L);

        // When
        Finding finding = file.finding(parts(null));

        // Then
        assertEquals(Outcome.NOT_APPLICABLE, finding.outcome());
        assertEquals(FindingCode.NOTHING_TO_COMPARE, finding.code());
    }

    @Test
    void mergeIsComparedWithWhatItLeavesInPlace() {
        // Given: the second commune was off before and is not touched
        StagedFile file = StagedFile.ofCases()
                .merged()
                .had("13101", "2024-01", "201", 30L)
                .had("13101", "2024-01", "20101", 10L)
                .had("13101", "2024-01", "20102", 20L)
                .had("13102", "2024-01", "201", 30L)
                .had("13102", "2024-01", "20101", 10L)
                .had("13102", "2024-01", "20102", 99L)
                .sends("13101", "2024-01", "20102", 25L);

        // When
        Finding finding = file.finding(parts(null));

        // Then
        assertEquals(1, finding.count());
        assertEquals("13101", finding.examples().getFirst().territory());
        assertEquals(
                BigDecimal.valueOf(35), finding.examples().getFirst().expected().from());
    }

    @Test
    void sumThatThePublisherStatesIsCompared() {
        // Given
        StagedFile file = StagedFile.ofCases()
                .sends("13101", "2024-01", "20101", 10L)
                .sends("13101", "2024-12", "20102", 20L)
                .sends("13101", "2024-12", "40101", 999L)
                .sends("05101", "2024-06", "20101", 7L)
                .sends("13101", "2025-01", "20101", 500L)
                .sends("13101", "2023-12", "20101", 500L);

        // When
        List<Finding> findings = file.findings(
                control("2024", null, 37, null),
                control("2024", List.of("13"), 30, null),
                control("2024-12", List.of("13101", "05"), 20, null),
                control("2024", List.of("CL"), 38, null),
                control("2024", null, 38, new Tolerance(BigDecimal.ONE, null)));

        // Then
        assertEquals(
                List.of(Outcome.PASSED, Outcome.PASSED, Outcome.PASSED, Outcome.FOUND, Outcome.PASSED),
                findings.stream().map(Finding::outcome).toList());
        Finding found = findings.get(3);
        assertEquals(FindingCode.CONTROL_TOTAL_DIFFERS, found.code());
        assertEquals(List.of("2024", BigDecimal.valueOf(38), BigDecimal.valueOf(37)), found.arguments());
    }

    @Test
    void statedSumOfNothingIsToldAsSuch() {
        // Given
        StagedFile file = StagedFile.ofCases().sends("13101", "2024-01", "40101", 10L);

        // When
        Finding finding = file.finding(control("2024", null, 0, null));

        // Then
        assertEquals(Outcome.FOUND, finding.outcome());
        assertEquals(FindingCode.CONTROL_TOTAL_WITHOUT_VALUES, finding.code());
    }

    @Test
    void statedSumOfAPeriodThatAMergeDoesNotTouchIsLeftAlone() {
        // Given
        StagedFile file = StagedFile.ofCases()
                .merged()
                .had("13101", "2024-01", "20101", 10L)
                .had("13101", "2024-02", "20101", 10L)
                .sends("13101", "2024-02", "20101", 11L);

        // When
        List<Finding> findings = file.findings(control("2024-01", null, 3, null), control("2024", null, 21, null));

        // Then
        assertEquals(
                List.of(Outcome.NOT_APPLICABLE, Outcome.PASSED),
                findings.stream().map(Finding::outcome).toList());
    }

    private static TotalOfParts parts(Tolerance tolerance) {
        return new TotalOfParts("parts", Level.ERROR, "CRIME_CLASS", "201", ROBBERIES, tolerance);
    }

    private static ControlTotal control(String period, List<String> territories, int expected, Tolerance tolerance) {
        return new ControlTotal(
                "control",
                Level.ERROR,
                Map.of("CRIME_CLASS", ROBBERIES),
                territories,
                period,
                BigDecimal.valueOf(expected),
                tolerance);
    }
}
