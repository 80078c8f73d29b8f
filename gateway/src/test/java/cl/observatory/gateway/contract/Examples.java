package cl.observatory.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The examples of a document, each held against its schema (JSON Schema 2020-12, the dialect of OpenAPI 3.1). */
final class Examples {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode document;
    private final List<String> faults = new ArrayList<>();
    private int checked;

    private Examples(JsonNode document) {
        this.document = document;
    }

    static Examples of(JsonNode document) {
        Examples examples = new Examples(document);
        examples.walk("", document);
        return examples;
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    int checked() {
        return checked;
    }

    private void walk(String at, JsonNode part) {
        JsonNode schema = part.has("schema") ? part.path("schema") : part;
        for (Map.Entry<String, JsonNode> member : part.properties()) {
            String here = at + "/" + member.getKey();
            JsonNode content = member.getValue();
            switch (member.getKey()) {
                // A property may have any name, also one of these.
                case "properties" ->
                    content.properties().forEach(property -> walk(here + "/" + property.getKey(), property.getValue()));
                case "example" -> check(here, schema, content);
                case "examples" -> content.forEach(example -> check(here, schema, example.path("value"), example));
                case "default", "enum" -> {}
                default -> walk(here, content);
            }
        }
        if (part.isArray()) {
            for (int i = 0; i < part.size(); i++) {
                walk(at + "/" + i, part.get(i));
            }
        }
    }

    /** Named examples of a parameter or an answer are wrapped, those of a schema are not. */
    private void check(String at, JsonNode schema, JsonNode wrapped, JsonNode plain) {
        check(at, schema, wrapped.isMissingNode() ? plain : wrapped);
    }

    private void check(String at, JsonNode schema, JsonNode example) {
        checked++;
        ObjectNode whole = schema.deepCopy();
        whole.set("components", Reached.of(schema, document.path("components")));
        REGISTRY.getSchema(whole.toString(), InputFormat.JSON)
                .validate(example.toString(), InputFormat.JSON)
                .forEach(fault -> faults.add(at + ": " + fault));
    }
}
