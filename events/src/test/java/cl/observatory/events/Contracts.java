package cl.observatory.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The stored contracts of events. */
final class Contracts {

    static final Path FOLDER = Path.of("../docs/contracts/events");
    static final ObjectMapper JSON = new ObjectMapper();

    private static final String BASE = "https://contracts.invalid/";
    private static final SchemaRegistry AS_STORED = registry(false);
    private static final SchemaRegistry CLOSED = registry(true);

    private Contracts() {}

    /** What a document has against it as readers see it: they ignore what they do not know. */
    static List<String> faults(String type, JsonNode document) {
        return faults(AS_STORED, type, document);
    }

    /** The same, and members that the schema does not name. */
    static List<String> faultsAndUnnamedMembers(String type, JsonNode document) {
        return faults(CLOSED, type, document);
    }

    static JsonNode example(String type) {
        return json(FOLDER.resolve(type + ".example.json"));
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }

    private static List<String> faults(SchemaRegistry registry, String type, JsonNode document) {
        return registry
                .getSchema(SchemaLocation.of(BASE + type + ".schema.json"))
                .validate(document.toString(), InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static SchemaRegistry registry(boolean closed) {
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build())
                        .schemas(iri -> iri.startsWith(BASE) ? schema(iri.substring(BASE.length()), closed) : null));
    }

    private static String schema(String file, boolean closed) {
        JsonNode schema = json(FOLDER.resolve(file));
        if (closed) {
            close(schema);
        }
        return schema.toString();
    }

    /** Only where a type is stated: conditions name members without meaning that there are no others. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.has("properties")
                && object.has("type")
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(Contracts::close);
    }
}
