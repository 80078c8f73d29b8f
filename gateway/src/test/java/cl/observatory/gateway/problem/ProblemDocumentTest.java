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
    void whatIsNotThereIsLeftOut() throws IOException {
        JsonNode document = JSON.readTree(
                ProblemDocument.of(Problem.of(ProblemType.INVALID_REQUEST_TARGET), Language.ES, null, "id-1"));

        assertFalse(document.has("instance"));
        assertFalse(document.has("errors"));
        assertEquals("Ruta no válida", document.path("title").asText());
    }
}
