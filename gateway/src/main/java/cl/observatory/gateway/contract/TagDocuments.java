package cl.observatory.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The public document in parts: for each tag one that stands by itself, with the operations of the tag and what they need. */
public final class TagDocuments {

    private TagDocuments() {}

    /**
     * @param document the whole
     * @return by the name of the tag as it stands in an address, such as {@code about-this-api}
     */
    public static SortedMap<String, JsonNode> of(JsonNode document) {
        SortedMap<String, JsonNode> parts = new TreeMap<>();
        document.path("tags").forEach(tag -> {
            String name = tag.path("name").asText();
            JsonNode other = parts.put(slug(name), part(document, tag, name));
            if (other != null) {
                throw new ContractException("the tag '" + name + "' has the same address as another");
            }
        });
        return parts;
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static JsonNode part(JsonNode document, JsonNode tag, String name) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        part.set("openapi", document.path("openapi"));
        ObjectNode info = document.path("info").deepCopy();
        info.put("title", info.path("title").asText() + ": " + name);
        part.set("info", info);
        part.set("servers", document.path("servers"));
        part.putArray("tags").add(tag);
        ObjectNode paths = part.putObject("paths");
        document.path("paths").properties().forEach(path -> {
            ObjectNode item = JsonNodeFactory.instance.objectNode();
            path.getValue().properties().stream()
                    .filter(member -> isOf(name, member.getValue()))
                    .forEach(member -> item.set(member.getKey(), member.getValue()));
            if (!item.isEmpty()) {
                paths.set(path.getKey(), item);
            }
        });
        part.set("components", Reached.of(paths, document.path("components")));
        return part;
    }

    private static boolean isOf(String tag, JsonNode operation) {
        for (JsonNode name : operation.path("tags")) {
            if (name.asText().equals(tag)) {
                return true;
            }
        }
        return false;
    }
}
