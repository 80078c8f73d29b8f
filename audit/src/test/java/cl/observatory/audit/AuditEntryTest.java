package cl.observatory.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditEntryTest {

    /** Computed outside Java from the description alone, as anybody may who does not trust the service. */
    @Test
    void hashIsWhatTheDescriptionSays() {
        AuditEntry first = new AuditEntry(
                1,
                Instant.parse("2026-12-01T00:00:00.123456Z"),
                "local-approver",
                "observatory",
                "IMPORT_APPROVED",
                "cead-cases",
                "imports/00000000-0000-4000-8000-000000000000",
                "Revisión ✓",
                Map.of("submittedBy", "local-steward", "checksum", "ab"));
        AuditEntry second = new AuditEntry(
                2, Instant.parse("1969-12-31T23:59:59.999999Z"), "p", null, "A", null, "s", null, Map.of());

        assertEquals(
                "96828de44d76a17adb3dab3f18e5ad537fbf7a7ff922b4bda53881c536d1de64", first.hash(AuditHead.START.hash()));
        assertEquals(
                "8af00d32a47bcea7f4598763c750b1444aa2e3000f34bc917b71c1fc4d9395c8",
                second.hash(first.hash(AuditHead.START.hash())));
    }

    @Test
    void charactersCannotMoveFromOneTextToAnother() {
        assertNotEquals(hash("ab", "c"), hash("a", "bc"));
        assertNotEquals(hash("a", null), hash("a", ""));
        assertNotEquals(hash(null, "a"), hash("a", null));
    }

    private static String hash(String organization, String domain) {
        return new AuditEntry(1, Instant.EPOCH, "p", organization, "A", domain, "s", null, Map.of())
                .hash(AuditHead.START.hash());
    }
}
