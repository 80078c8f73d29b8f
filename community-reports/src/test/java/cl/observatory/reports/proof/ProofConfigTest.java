package cl.observatory.reports.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.reports.Configuration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProofConfigTest {

    @Test
    void aProofIsHalfASecondOfWorkByDefault() {
        assertEquals(
                18,
                Configuration.of(Map.of()).getConfigMapping(ProofConfig.class).bits());
    }

    @Test
    void everythingCanBeSetFromTheEnvironment() {
        assertEquals(
                0,
                Configuration.ofEnvironment(Map.of("REPORTS_PROOF_BITS", "0"))
                        .getConfigMapping(ProofConfig.class)
                        .bits());
    }
}
