package cl.observatory.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Leaves a reference to say alone what type it is. The services' documents repeat the type beside the reference, and those
 * who make clients read that as a type of its own, with nothing in it.
 */
final class References {

    private References() {}

    static void tidy(JsonNode part) {
        if (part instanceof ObjectNode object && object.path("$ref").isTextual()) {
            object.remove("type");
        }
        part.forEach(References::tidy);
    }
}
