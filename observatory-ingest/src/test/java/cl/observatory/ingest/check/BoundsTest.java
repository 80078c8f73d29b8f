package cl.observatory.ingest.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.Definition;
import cl.observatory.ingest.check.CheckRule.FuturePeriod;
import cl.observatory.ingest.check.CheckRule.Level;
import cl.observatory.ingest.check.CheckRule.PeriodRange;
import cl.observatory.ingest.check.CheckRule.ValueDomain;
import cl.observatory.ingest.check.Finding.Example;
import cl.observatory.ingest.check.Finding.Expected;
import cl.observatory.ingest.check.Finding.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values and periods that must lie within bounds. */
class BoundsTest {

    @Test
    void valuesOutsideOfTheirDomainAreFound() {
        // Given
        StagedFile file = new StagedFile(Definition.measure(2))
                .sends("13101", "2023", null, 100L)
                .sends("13102", "2023", null, 101L)
                .sends("13103", "2023", null, -1L)
                .sends("13104", "2023", null, null)
                .sends("13105", "2023", null, 0L);

        // When
        Finding finding = file.finding(domain("0", "1"));

        // Then
        assertEquals(Outcome.FOUND, finding.outcome());
        assertEquals(FindingCode.OUTSIDE_DOMAIN, finding.code());
        assertEquals(2, finding.count());
        assertEquals(
                List.of("13102", "13103"),
                finding.examples().stream().map(Example::territory).toList());
        Example first = finding.examples().getFirst();
        assertEquals("Cerrillos", first.name().es());
        assertEquals(new BigDecimal("1.01"), first.value());
        assertEquals(new Expected(new BigDecimal("0.00"), new BigDecimal("1.00")), first.expected());
        assertEquals("2023", first.period());
        assertEquals(Map.of(), first.codes());
    }

    @Test
    void valuesOnTheBoundsPass() {
        // Given
        StagedFile file =
                StagedFile.ofCases().sends("13101", "2023-01", "40101", 0L).sends("13101", "2023-02", "40101", 7L);

        // When
        Finding finding = file.finding(domain("0", "7"));

        // Then
        assertEquals(Outcome.PASSED, finding.outcome());
        assertEquals(List.of(), finding.examples());
    }

    @Test
    void whatIsOnlyInTheCurrentReleaseIsNotOfTheFile() {
        // Given
        StagedFile file =
                StagedFile.ofCases().sends("13101", "2023-01", "40101", 1L).had("13101", "2022-01", "40101", 99L);

        // When
        Finding finding = file.finding(domain(null, "7"));

        // Then
        assertEquals(Outcome.PASSED, finding.outcome());
    }

    @Test
    void periodThatHadNotBegunIsFound() {
        // Given
        StagedFile file = StagedFile.ofCases()
                .sends("13101", "2026-11", "40101", 1L)
                .sends("13101", "2026-12", "40101", 0L)
                .sends("13101", "2027-01", "40101", null)
                .retrievedOn(LocalDate.of(2026, 11, 1));

        // When
        Finding finding = file.finding(new FuturePeriod("future", Level.ERROR));

        // Then
        assertEquals(FindingCode.FUTURE_VALUES, finding.code());
        assertEquals(1, finding.count());
        assertEquals("2026-12", finding.examples().getFirst().period());
        assertEquals(
                Map.of("CRIME_CLASS", "40101"), finding.examples().getFirst().codes());
    }

    @Test
    void periodThatBeginsOnTheDayItselfPasses() {
        // Given
        StagedFile file =
                StagedFile.ofCases().sends("13101", "2026-12", "40101", 1L).retrievedOn(LocalDate.of(2026, 12, 1));

        // When
        Finding finding = file.finding(new FuturePeriod("future", Level.ERROR));

        // Then
        assertEquals(Outcome.PASSED, finding.outcome());
    }

    @Test
    void periodsOutsideOfTheirRangeAreFound() {
        // Given
        StagedFile file = StagedFile.ofCases()
                .sends("13101", "2004-12", "40101", 1L)
                .sends("13101", "2005-01", "40101", 1L)
                .sends("13101", "2024-12", "40101", 1L)
                .sends("13101", "2025-01", "40101", 1L);

        // When
        List<Finding> findings = file.findings(
                new PeriodRange("range", Level.WARNING, "2005-01", "2024-12"),
                new PeriodRange("from", Level.WARNING, "2005-01", null),
                new PeriodRange("to", Level.WARNING, null, "2025-01"));

        // Then
        assertEquals(List.of(2L, 1L, 0L), findings.stream().map(Finding::count).toList());
        assertEquals(
                List.of("2025-01", "2004-12"),
                findings.getFirst().examples().stream().map(Example::period).toList());
        assertEquals(Outcome.PASSED, findings.getLast().outcome());
    }

    @Test
    void examplesAreBoundedAndTheCountIsNot() {
        // Given
        StagedFile file = StagedFile.ofCases();
        for (int month = 1; month <= 24; month++) {
            file.sends("13101", "%d-%02d".formatted(2022 + month / 13, 1 + (month - 1) % 12), "40101", 100L + month);
        }

        // When
        Finding finding = file.finding(domain(null, "7"));

        // Then
        assertEquals(24, finding.count());
        assertEquals(ComparedCells.EXAMPLES, finding.examples().size());
        assertEquals(new BigDecimal("124"), finding.examples().getFirst().value());
    }

    private static ValueDomain domain(String min, String max) {
        return new ValueDomain(
                "domain",
                Level.ERROR,
                min == null ? null : new BigDecimal(min),
                max == null ? null : new BigDecimal(max));
    }
}
