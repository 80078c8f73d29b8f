package cl.observatory.ingest.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.check.CheckRule.Level;
import cl.observatory.ingest.check.CheckRule.Revision;
import cl.observatory.ingest.check.Finding.Outcome;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much of the past an update changes. */
class RevisionTest {

    private static final Revision A_TENTH = new Revision("revision", Level.WARNING, new BigDecimal("0.1"));

    @Test
    void pastThatChangesByMoreThanItsShareIsFound() {
        // Given
        StagedFile file = tenMonths();
        file.sends("13101", "2024-01", "40101", 4L).sends("13101", "2024-02", "40101", 50L);

        // When
        Finding finding = file.finding(A_TENTH);

        // Then
        assertEquals(FindingCode.PAST_REVISED, finding.code());
        assertEquals(List.of(2L, 10L, BigDecimal.valueOf(20), BigDecimal.valueOf(10)), finding.arguments());
        assertEquals("2024-02", finding.examples().getFirst().period());
        assertEquals(BigDecimal.valueOf(50), finding.examples().getFirst().value());
        assertEquals(BigDecimal.valueOf(5), finding.examples().getFirst().before());
    }

    @Test
    void shareThatIsAllowedPasses() {
        // Given
        StagedFile file = tenMonths();
        file.sends("13101", "2024-01", "40101", 4L).sends("13101", "2024-02", "40101", 5L);

        // When
        Finding finding = file.finding(A_TENTH);

        // Then
        assertEquals(Outcome.PASSED, finding.outcome());
    }

    @Test
    void valuesThatCeaseToBeAreChanged() {
        // Given: two of the past are gone
        StagedFile file = tenMonths();

        // When
        Finding full = file.finding(A_TENTH);
        Finding merge = file.merged().finding(A_TENTH);

        // Then
        assertEquals(2L, full.count());
        assertEquals(Outcome.PASSED, merge.outcome());
    }

    @Test
    void newestPeriodAndNewOnesAreNotThePast() {
        // Given
        StagedFile file = StagedFile.ofCases()
                .keeps("13101", "2024-01", "40101", 5L)
                .had("13101", "2024-02", "40101", 5L)
                .sends("13101", "2024-02", "40101", 6L)
                .sends("13101", "2024-03", "40101", 6L)
                .had("13102", "2024-01", "40101", null)
                .sends("13102", "2024-01", "40101", 6L);

        // When
        Finding finding = file.finding(new Revision("revision", Level.WARNING, BigDecimal.ZERO));

        // Then
        assertEquals(Outcome.PASSED, finding.outcome());
    }

    @Test
    void firstReleaseRevisesNothing() {
        // Given
        StagedFile file = StagedFile.ofCases().sends("13101", "2024-01", "40101", 5L);

        // When
        Finding finding = file.finding(A_TENTH);

        // Then
        assertEquals(Outcome.NOT_APPLICABLE, finding.outcome());
        assertEquals(FindingCode.NO_CURRENT_RELEASE, finding.code());
    }

    /** Ten past values of which the file says eight again, and a newest one. */
    private static StagedFile tenMonths() {
        StagedFile file = StagedFile.ofCases();
        for (int month = 1; month <= 11; month++) {
            String period = "2024-%02d".formatted(month);
            file.had("13101", period, "40101", 5L);
            if (month > 2) {
                file.sends("13101", period, "40101", 5L);
            }
        }
        return file;
    }
}
