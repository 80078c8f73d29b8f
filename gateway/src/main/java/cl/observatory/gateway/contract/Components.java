package cl.observatory.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The named parts of all documents. A name means one thing: the same content twice is fine, another content is not. */
final class Components {

    static final String SECURITY_SCHEMES = "securitySchemes";

    private final JsonNode securitySchemes;
    private final Map<String, Map<String, JsonNode>> kinds = new TreeMap<>();
    private final Map<String, String> firstUsers = new HashMap<>();

    Components(JsonNode securitySchemes) {
        this.securitySchemes = securitySchemes;
    }

    void add(ServiceDocument source) {
        for (Map.Entry<String, JsonNode> kind :
                source.document().path("components").properties()) {
            if (!kind.getKey().equals(SECURITY_SCHEMES)) {
                kind.getValue()
                        .properties()
                        .forEach(part -> add(source.service(), kind.getKey(), part.getKey(), part.getValue()));
            }
        }
    }

    private void add(String service, String kind, String name, JsonNode content) {
        JsonNode other = kinds.computeIfAbsent(kind, added -> new TreeMap<>()).putIfAbsent(name, content);
        String firstUser = firstUsers.putIfAbsent(kind + "/" + name, service);
        if (other != null && !other.equals(content)) {
            throw new ContractException(
                    "components/" + kind + "/" + name + " differs between " + firstUser + " and " + service);
        }
    }

    ObjectNode merged() {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        kinds.forEach((kind, parts) -> {
            ObjectNode all = merged.putObject(kind);
            parts.forEach(all::set);
        });
        merged.set(SECURITY_SCHEMES, securitySchemes);
        return merged;
    }
}
