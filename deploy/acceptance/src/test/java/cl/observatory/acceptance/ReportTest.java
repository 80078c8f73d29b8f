package cl.observatory.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.local.client.Refusal;
import cl.observatory.local.client.Reporting;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody reports, is asked, answers, and is told that it is closed; nobody learns more than that of it. */
class ReportTest {

    private final Observatory observatory = Observatory.running();
    private final Reporting resident = new Reporting(observatory.anyone());

    /** Words that screening leaves alone and no other report has. */
    private final String text = "Cobran a los locales de la feria, dicen que por cuidarlos "
            + UUID.randomUUID().toString().replaceAll("[0-9-]", "");

    @Test
    void reportIsAskedAboutAnsweredAndDecided() {
        // Given
        JsonNode submitted = resident.submit(resident.report("EXTORTION", "13127", text));
        String receipt = submitted.get("receipt").asText();
        assertFalse(submitted.get("receiptToBeChanged").asBoolean());
        assertFalse(submitted.get("channels").isEmpty());
        assertEquals("UNDER_REVIEW", resident.status(receipt).get("state").asText());

        // When
        Moderation moderation = Moderation.find(observatory.moderator("moderator"), text)
                .takeUp()
                .ask("¿Qué días pasan?");
        JsonNode asked = resident.status(receipt);
        resident.add(receipt, "Los viernes en la tarde, mi teléfono es +56 9 8765 4321.");
        JsonNode answered = resident.status(receipt);
        JsonNode opened = moderation.open("ANSWER");
        moderation.validate();

        // Then
        assertEquals("ANSWERED", asked.get("state").asText());
        assertEquals("¿Qué días pasan?", asked.at("/messages/0/text").asText());
        assertEquals("UNDER_REVIEW", answered.get("state").asText());
        assertEquals(
                "Los viernes en la tarde, mi teléfono es [TELÉFONO].",
                opened.at("/additions/0/text").asText());
        assertEquals("13127", opened.at("/contents/commune").asText());
        assertEquals("VALIDATED", moderation.state());
        JsonNode closed = resident.status(receipt);
        assertEquals("CLOSED", closed.get("state").asText());
        assertFalse(closed.toString().contains("VALIDATED") || closed.toString().contains(text), closed.toString());
    }

    @Test
    void keysThatOpenReportsOutliveTheProcessThatHasThem() {
        // Given
        String receipt = resident.submit(resident.report("SPACE_CONTROL", "13101", text))
                .get("receipt")
                .asText();

        // When
        observatory.kill("reports-moderation");
        observatory.kill("reports-intake");
        observatory.up();

        // Then
        assertEquals(
                "IN_REVIEW",
                Moderation.find(observatory.moderator("moderator"), text)
                        .takeUp()
                        .state());
        assertEquals("UNDER_REVIEW", resident.status(receipt).get("state").asText());
    }

    @Test
    void withdrawnReportIsAsIfItHadNeverBeen() {
        String receipt = resident.submit(resident.report("OTHER", "05101", text))
                .get("receipt")
                .asText();

        resident.withdraw(receipt);

        Refusal gone = assertThrows(Refusal.class, () -> resident.status(receipt));
        assertEquals(404, gone.status());
        assertTrue(gone.getMessage().contains("UNKNOWN_REPORT"), gone.getMessage());
    }
}
