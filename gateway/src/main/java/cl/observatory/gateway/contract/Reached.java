package cl.observatory.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/** The components that a part of a document refers to, and those that these refer to, to the last. */
final class Reached {

    private static final String START = "#/components/";

    private final JsonNode components;
    private final Set<String> pointers = new TreeSet<>();

    private Reached(JsonNode components) {
        this.components = components;
    }

    /**
     * @param from what refers to components; these may be none that exist, then they are left out
     * @return in the order of kinds and names; the security schemes, to which nothing refers by a pointer, all
     */
    static ObjectNode of(JsonNode from, JsonNode components) {
        Reached reached = new Reached(components);
        reached.follow(from);
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        for (String pointer : reached.pointers) {
            String[] names = pointer.split("/", -1);
            kept.withObjectProperty(names[0]).set(names[1], reached.find(names).deepCopy());
        }
        kept.set(Components.SECURITY_SCHEMES, components.path(Components.SECURITY_SCHEMES));
        return kept;
    }

    /** Any text that is a pointer counts, not only a {@code $ref}: the mapping of a discriminator has them as values. */
    private void follow(JsonNode part) {
        if (part.isContainerNode()) {
            part.forEach(this::follow);
        } else if (part.isTextual() && part.textValue().startsWith(START)) {
            String pointer = part.textValue().substring(START.length());
            String[] names = pointer.split("/", -1);
            if (names.length == 2 && !find(names).isMissingNode() && pointers.add(pointer)) {
                follow(find(names));
            }
        }
    }

    private JsonNode find(String... names) {
        return components.path(names[0]).path(names[1]);
    }
}
