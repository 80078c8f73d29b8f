package cl.observatory.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.Samples.Sample;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The AsyncAPI document says what is so. */
class AsyncApiTest {

    private static final JsonNode DOCUMENT = document();

    @Test
    void messagesAreTheTypesOfEvents() {
        // When
        Set<String> described = new TreeSet<>();
        messages().forEach(message -> described.add(message.path("name").asText()));

        // Then
        assertEquals(EventContractTest.types(), described);
    }

    @Test
    void messagesReferToTheirOwnSchemaAndExample() {
        for (JsonNode message : messages()) {
            // When
            String type = message.path("name").asText();

            // Then
            assertEquals(
                    "./" + type + ".schema.json",
                    message.at("/payload/schema/$ref").asText());
            assertEquals(type + ".example.json", message.path("x-example").asText());
            assertEquals(
                    type,
                    message.at("/headers/allOf/1/properties/ce_type/const").asText());
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        // When
        List<String> references = DOCUMENT.findValuesAsText("$ref");

        // Then
        assertFalse(references.isEmpty());
        for (String reference : references) {
            assertTrue(
                    reference.startsWith("#")
                            ? !DOCUMENT.at(reference.substring(1)).isMissingNode()
                            : Files.exists(Contracts.FOLDER.resolve(reference)),
                    reference);
        }
    }

    @Test
    void channelsAreTheTopics() {
        // When
        Set<String> addresses = new TreeSet<>();
        DOCUMENT.path("channels").forEach(channel -> {
            addresses.add(channel.path("address").asText());
            assertEquals(channel.path("address"), channel.at("/bindings/kafka/topic"));
        });

        // Then
        assertEquals(
                new TreeSet<>(List.of(Topics.REFERENCE, Topics.RELEASES, Topics.COMMUNITY, Topics.PUBLIC)), addresses);
    }

    @Test
    void everyMessageTravelsInOneChannel() {
        // When
        List<String> travelling = new ArrayList<>();
        DOCUMENT.path("channels")
                .forEach(channel -> channel.path("messages")
                        .forEach(message -> travelling.add(message.path("$ref").asText())));

        // Then
        List<String> all = new ArrayList<>();
        DOCUMENT.at("/components/messages")
                .fieldNames()
                .forEachRemaining(name -> all.add("#/components/messages/" + name));
        assertEquals(
                all.stream().sorted().toList(), travelling.stream().sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("cl.observatory.events.Samples#all")
    void headersOfEventsAreAsDescribed(Sample sample) {
        // Given
        String subject = sample.type().contains("territories") ? "territories" : "subject";

        // When
        Event event = Event.of(UUID.randomUUID(), "/source", sample.type(), subject, Instant.now(), sample.data());

        // Then
        assertEquals(List.of(), faults(sample.type(), event));
    }

    @Test
    void headersOfABatchSayHowItIsPacked() {
        // Given
        String type = "cl.observatory.observations.batch.v1";

        // When
        Event packed =
                new Event(UUID.randomUUID(), "/source", type, "cases", Instant.now(), Event.Encoding.ZSTD, new byte[1]);
        Event plain = new Event(
                UUID.randomUUID(), "/source", type, "cases", Instant.now(), Event.Encoding.IDENTITY, new byte[1]);

        // Then
        assertEquals(List.of(), faults(type, packed));
        assertEquals(1, faults(type, plain).size());
    }

    private static List<JsonNode> messages() {
        List<JsonNode> messages = new ArrayList<>();
        DOCUMENT.at("/components/messages").forEach(messages::add);
        return messages;
    }

    /** The schema of a message's headers, with what it refers to beside it. */
    private static List<String> faults(String type, Event event) {
        JsonNode message = messages().stream()
                .filter(described -> described.path("name").asText().equals(type))
                .findFirst()
                .orElseThrow();
        ObjectNode schema = message.path("headers").deepCopy();
        schema.putObject("components").set("schemas", DOCUMENT.at("/components/schemas"));
        JsonNode headers = Contracts.JSON.valueToTree(event.headers());
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString())
                .validate(headers.toString(), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode document() {
        try {
            Path file = Contracts.FOLDER.resolve("asyncapi.yaml");
            return new YAMLMapper().readTree(Files.readString(file));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
