package cl.observatory.reports.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofsTest {

    private static final int BITS = 10;
    private static final String ROUTE = "POST /v1/reports";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    private final Proofs proofs = proofs(BITS);

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void workOfTheseDaysIsAProof(int days) {
        // Given
        String text = Work.proof(BITS, TODAY.plusDays(days), ROUTE);

        // When
        Proof proof = proofs.check(text, ROUTE).orElseThrow();

        // Then
        assertEquals(HexFormat.of().formatHex(Work.sha256(text)), proof.hash());
        assertEquals(TODAY.plusDays(days), proof.day());
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 2, 365})
    void workOfAnotherDayIsNone(int days) {
        isRefused(Work.proof(BITS, TODAY.plusDays(days), ROUTE));
    }

    @Test
    void workForAnotherRouteIsNone() {
        isRefused(Work.proof(BITS, TODAY, "POST /v1/reports/messages"));
    }

    /** More bits than were asked for would let somebody work ahead for when it becomes harder. */
    @ParameterizedTest
    @ValueSource(ints = {BITS - 2, BITS + 1})
    void workOfAnotherDifficultyIsNone(int bits) {
        isRefused(Work.proof(bits, TODAY, ROUTE));
    }

    @Test
    void whatIsClaimedIsNotBelieved() {
        String text = Work.proof(BITS, TODAY, ROUTE);

        isRefused(text.substring(0, text.lastIndexOf(':') + 1) + "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "2:10:20261128:POST /v1/reports:0123456789abcdef:0",
                "1:10:20261128:POST /v1/reports:tooshort:0",
                "1:10:20261399:POST /v1/reports:0123456789abcdef:0",
                "1:10:2026-11-28:POST /v1/reports:0123456789abcdef:0",
                "1:ten:20261128:POST /v1/reports:0123456789abcdef:0"
            })
    void anotherFormIsNone(String text) {
        isRefused(text);
    }

    @Test
    void nothingIsNone() {
        isRefused(null);
    }

    @Test
    void nobodyHasToWorkWhenItIsSwitchedOff() {
        assertEquals(Optional.empty(), proofs(0).check(null, ROUTE));
        assertEquals(Optional.empty(), proofs(0).check("anything", ROUTE));
    }

    @ParameterizedTest
    @CsvSource({"80, 0", "7f, 1", "01, 7", "00ff, 8", "0001, 15", "0000, 16"})
    void zeroBitsAreThoseBeforeTheFirstOne(String hash, int bits) {
        assertEquals(bits, Proofs.zeroBits(HexFormat.of().parseHex(hash)));
    }

    private void isRefused(String text) {
        ProblemException refusal = assertThrows(ProblemException.class, () -> proofs.check(text, ROUTE));
        assertTrue(refusal.type() == ReportsProblem.PROOF_OF_WORK_INVALID);
    }

    private static Proofs proofs(int bits) {
        return new Proofs(() -> bits, Clock.fixed(Instant.parse(TODAY + "T12:00:00Z"), ZoneOffset.UTC));
    }
}
