package cl.observatory.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What everything in the public document has, so that a client can be made of it. */
class PublicDocumentTest {

    private static final JsonNode DOCUMENT = stored();

    @Test
    void everyOperationHasAnIdOfItsOwnOneTagAndASummary() {
        // Given
        List<String> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> tags = new HashSet<>();
        DOCUMENT.path("tags").forEach(tag -> tags.add(tag.path("name").asText()));

        // When
        operations((at, operation) -> {
            if (!ids.add(operation.path("operationId").asText())
                    || operation.path("operationId").asText().isEmpty()) {
                faults.add(at + ": operationId");
            }
            if (operation.path("tags").size() != 1
                    || !tags.contains(operation.at("/tags/0").asText())) {
                faults.add(at + ": tags");
            }
            if (operation.path("summary").asText().isBlank()) {
                faults.add(at + ": summary");
            }
        });

        // Then
        assertEquals(List.of(), faults);
    }

    @Test
    void everyOperationTellsWhatAFailureHolds() {
        // Given
        List<String> faults = new ArrayList<>();

        // When
        operations((at, operation) -> {
            JsonNode failure =
                    SchemaBreaks.resolved(DOCUMENT, operation.path("responses").path("default"));
            JsonNode schema = SchemaBreaks.resolved(
                    DOCUMENT,
                    failure.path("content").path("application/problem+json").path("schema"));
            if (!schema.at("/properties/code/type").asText().equals("string")) {
                faults.add(at);
            }
        });

        // Then
        assertEquals(List.of(), faults);
    }

    @Test
    void partsHoldEveryOperationOnceAndAllThatTheyReferTo() {
        // When
        SortedMap<String, JsonNode> parts = TagDocuments.of(DOCUMENT);

        // Then
        assertTrue(parts.containsKey("about-this-api"), parts.keySet().toString());
        List<String> inParts = new ArrayList<>();
        List<String> leadNowhere = new ArrayList<>();
        parts.forEach((tag, part) -> {
            operations(part, (at, operation) -> inParts.add(at));
            part.findValuesAsText("$ref").stream()
                    .filter(reference -> part.at(reference.substring(1)).isMissingNode())
                    .forEach(reference -> leadNowhere.add(tag + " " + reference));
        });
        List<String> inWhole = new ArrayList<>();
        operations((at, operation) -> inWhole.add(at));
        inWhole.sort(null);
        inParts.sort(null);
        assertEquals(inWhole, inParts);
        assertEquals(List.of(), leadNowhere);
        assertTrue(parts.get("ask").at("/components/schemas/NewAlertMethod").isMissingNode());
    }

    @Test
    void everyExampleIsWhatItsSchemaSays() {
        // When
        Examples examples = Examples.of(DOCUMENT);

        // Then
        assertEquals(List.of(), examples.faults());
        assertTrue(examples.checked() > 100, () -> examples.checked() + " examples");
    }

    private static void operations(BiConsumer<String, JsonNode> each) {
        operations(DOCUMENT, each);
    }

    private static void operations(JsonNode document, BiConsumer<String, JsonNode> each) {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation ->
                                each.accept(operation.getKey() + " " + path.getKey(), operation.getValue())));
    }

    private static JsonNode stored() {
        try {
            return JsonMapper.builder()
                    .build()
                    .readTree(Files.readAllBytes(Path.of("../docs/contracts/http/openapi.json")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
