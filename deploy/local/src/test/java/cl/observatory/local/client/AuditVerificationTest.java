package cl.observatory.local.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class AuditVerificationTest {

    @Test
    void intactAuditGivesTheLineToKeep() throws JsonProcessingException {
        AuditVerification verification = of("{\"intact\": true, \"entries\": 17, \"head\": \"17:00ff\"}");

        assertTrue(verification.intact());
        assertTrue(verification.text().startsWith("The audit is intact: 17 entries.\nIts end is 17:00ff\n"));
    }

    @Test
    void brokenAuditNamesTheFirstEntry() throws JsonProcessingException {
        AuditVerification verification = of("""
                {"intact": false, "entries": 4, "head": "4:00ff", "broken": {"sequence": 5, "cause": "MISSING"}}
                """);

        assertFalse(verification.intact());
        assertEquals(
                "The audit does NOT hold: entry 5 is the first, MISSING. 4 entries before it hold.",
                verification.text());
    }

    private static AuditVerification of(String answer) throws JsonProcessingException {
        return AuditVerification.of(new JsonMapper().readTree(answer));
    }
}
