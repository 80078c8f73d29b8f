package cl.observatory.gateway.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemDocumentTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void documentHasEveryFieldOfTheConventions() throws IOException {
        // Given
        Problem problem = Problem.of(ProblemType.UNKNOWN_PARAMETER, new Bilingual("aquí", "here"))
                .withFindings(List.of(
                        new Finding("limt", "UNKNOWN_PARAMETER", new Bilingual("m", "n"), new Bilingual("h", "i"))));

        // When
        JsonNode document = JSON.readTree(ProblemDocument.of(problem, Language.EN, "/v1/x", "id-1"));

        // Then
        assertEquals(JSON.readTree("""
                        {"type": "/v1/problems#UNKNOWN_PARAMETER", "title": "Unknown parameter", "status": 400,
                         "detail": "here", "instance": "/v1/x", "code": "UNKNOWN_PARAMETER", "requestId": "id-1",
                         "errors": [{"parameter": "limt", "code": "UNKNOWN_PARAMETER", "message": "n", "hint": "i"}]}
                        """), document);
    }

    @Test
    void documentOfFixedSizeNamesNoRequestAndIsTheSameBesides() throws IOException {
        Problem problem = Problem.of(ProblemType.BODY_TOO_LARGE);

        byte[] document = ProblemDocument.ofFixedSize(problem, Language.EN, "/v1/x");

        assertEquals(16_384, document.length);
        assertEquals(' ', document[16_383]);
        assertEquals(JSON.readTree(ProblemDocument.of(problem, Language.EN, "/v1/x", null)), JSON.readTree(document));
        assertFalse(JSON.readTree(document).has("requestId"));
    }

    @Test
    void findingsThatDoNotFitIntoTheFixedSizeAreLeftOut() throws IOException {
        Finding finding = new Finding("x".repeat(9_000), "UNKNOWN_PARAMETER", new Bilingual("m", "n"), null);
        Problem problem = Problem.of(ProblemType.UNKNOWN_PARAMETER).withFindings(List.of(finding, finding));

        byte[] document = ProblemDocument.ofFixedSize(problem, Language.ES, "/v1/x");

        assertEquals(16_384, document.length);
        assertEquals("UNKNOWN_PARAMETER", JSON.readTree(document).path("code").asText());
        assertFalse(JSON.readTree(document).has("errors"));
    }

    @Test
    void whatIsNotThereIsLeftOut() throws IOException {
        JsonNode document = JSON.readTree(
                ProblemDocument.of(Problem.of(ProblemType.INVALID_REQUEST_TARGET), Language.ES, null, "id-1"));

        assertFalse(document.has("instance"));
        assertFalse(document.has("errors"));
        assertEquals("Ruta no válida", document.path("title").asText());
    }
}
