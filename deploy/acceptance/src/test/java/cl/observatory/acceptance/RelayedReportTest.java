package cl.observatory.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.local.client.ObservatoryClient;
import cl.observatory.local.client.Refusal;
import cl.observatory.local.client.Reporting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** An organization files a report for somebody, and from then on it is hers alone. */
class RelayedReportTest {

    private static final String PATH = "/v1/relayed-reports";

    private final Observatory observatory = Observatory.running();
    private final Reporting resident = new Reporting(observatory.anyone());

    @Test
    void receiptIsChangedAndTheOneThatTheOrganizationKnowsLeadsNowhere() {
        // Given
        resident.submit(resident.report("OTHER", "13101", "Antes de pedirlo por otra persona."));
        JsonNode relayed = observatory.relay().postInConfidence(PATH, relayed("Lo contó en la junta."), 0);
        String known = relayed.get("receipt").asText();
        assertTrue(relayed.get("receiptToBeChanged").asBoolean());
        assertEquals(
                "RECEIPT_TO_BE_CHANGED", resident.status(known).get("state").asText());

        // When
        String own = resident.changeReceipt(known).get("receipt").asText();

        // Then
        assertNotEquals(known, own);
        assertEquals("UNDER_REVIEW", resident.status(own).get("state").asText());
        assertEquals(
                404, assertThrows(Refusal.class, () -> resident.status(known)).status());
    }

    @Test
    void onlyWhoMayFileForOthersDoes() {
        assertEquals(403, refused(observatory.anyone()));
        assertEquals(403, refused(observatory.steward()));
    }

    private int refused(ObservatoryClient client) {
        return assertThrows(Refusal.class, () -> client.postInConfidence(PATH, relayed("No."), 0))
                .status();
    }

    private String relayed(String text) {
        ObjectNode relayed = JsonNodeFactory.instance.objectNode().put("channel", "ASSEMBLY");
        relayed.set("report", resident.report("PROTECTIVE_FACTOR", "13101", text));
        return relayed.toString();
    }
}
