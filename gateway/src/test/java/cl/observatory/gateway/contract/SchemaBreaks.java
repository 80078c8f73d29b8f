package cl.observatory.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What in a schema breaks those who rely on the one before it; references are followed on both sides. */
final class SchemaBreaks {

    /** Which way the data goes: what is sent to us may become wider, what we send may become narrower. */
    enum Way {
        SENT,
        RECEIVED
    }

    private static final Set<String> LOWER_BOUNDS =
            Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
    private static final Set<String> UPPER_BOUNDS =
            Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");
    private static final Set<String> SHAPES = Set.of("oneOf", "anyOf", "allOf", "not", "const", "discriminator");

    private final JsonNode before;
    private final JsonNode after;
    private final Way way;
    private final List<String> breaks;
    private final Set<String> compared = new HashSet<>();

    SchemaBreaks(JsonNode before, JsonNode after, Way way, List<String> breaks) {
        this.before = before;
        this.after = after;
        this.way = way;
        this.breaks = breaks;
    }

    void compare(String at, JsonNode oldWritten, JsonNode newWritten) {
        if (oldWritten.has("$ref")
                && newWritten.has("$ref")
                && !compared.add(oldWritten.path("$ref") + " " + newWritten.path("$ref"))) {
            return;
        }
        JsonNode was = resolved(before, oldWritten);
        JsonNode is = resolved(after, newWritten);
        types(at, was, is);
        values(at, was.path("enum"), is.path("enum"));
        limits(at, was, is);
        properties(at, was, is);
        for (String shape : SHAPES) {
            if (!was.path(shape).equals(is.path(shape))) {
                breaks.add(at + ": " + shape + " changed");
            }
        }
        if (was.has("items") && is.has("items")) {
            compare(at + "[]", was.path("items"), is.path("items"));
        }
        if (was.path("additionalProperties").isObject()
                && is.path("additionalProperties").isObject()) {
            compare(at + ".*", was.path("additionalProperties"), is.path("additionalProperties"));
        }
    }

    static JsonNode resolved(JsonNode document, JsonNode written) {
        JsonNode found = written;
        while (found.path("$ref").isTextual()) {
            found = document.at(found.path("$ref").textValue().substring(1));
        }
        return found;
    }

    private void types(String at, JsonNode was, JsonNode is) {
        Set<String> old = texts(was.path("type"));
        Set<String> now = texts(is.path("type"));
        if (!(way == Way.SENT ? holds(now, old) : holds(old, now))) {
            breaks.add(at + ": type was " + old + " and is " + now);
        }
    }

    /** No type at all is every type. */
    private static boolean holds(Set<String> wide, Set<String> narrow) {
        if (wide.isEmpty() || narrow.isEmpty()) {
            return wide.isEmpty();
        }
        return narrow.stream()
                .allMatch(type -> wide.contains(type) || (type.equals("integer") && wide.contains("number")));
    }

    /** A value that is gone breaks both ways: clients have it by its name. A new one does not, enums are open. */
    private void values(String at, JsonNode was, JsonNode is) {
        Set<String> now = texts(is);
        if (was.isMissingNode() && !now.isEmpty() && way == Way.SENT) {
            breaks.add(at + ": any value was taken, now only " + now);
        }
        if (!is.isMissingNode()) {
            texts(was).stream()
                    .filter(value -> !now.contains(value))
                    .forEach(value -> breaks.add(at + ": the value " + value + " is gone"));
        }
    }

    private void limits(String at, JsonNode was, JsonNode is) {
        if (!was.path("format").equals(is.path("format"))
                && !(way == Way.SENT && is.path("format").isMissingNode())) {
            breaks.add(at + ": format was " + was.path("format") + " and is " + is.path("format"));
        }
        if (way == Way.RECEIVED) {
            return;
        }
        if (is.has("pattern") && !is.path("pattern").equals(was.path("pattern"))) {
            breaks.add(at + ": pattern changed");
        }
        for (String bound : LOWER_BOUNDS) {
            if (is.has(bound)
                    && (!was.has(bound)
                            || is.path(bound).asDouble() > was.path(bound).asDouble())) {
                breaks.add(at + ": " + bound + " is higher");
            }
        }
        for (String bound : UPPER_BOUNDS) {
            if (is.has(bound)
                    && (!was.has(bound)
                            || is.path(bound).asDouble() < was.path(bound).asDouble())) {
                breaks.add(at + ": " + bound + " is lower");
            }
        }
        if (isClosed(is) && !isClosed(was)) {
            breaks.add(at + ": takes no other properties any more");
        }
    }

    private static boolean isClosed(JsonNode schema) {
        return schema.path("additionalProperties").isBoolean()
                && !schema.path("additionalProperties").booleanValue();
    }

    private void properties(String at, JsonNode was, JsonNode is) {
        was.path("properties").properties().forEach(property -> {
            String name = at + "." + property.getKey();
            JsonNode now = is.path("properties").path(property.getKey());
            if (now.isMissingNode()) {
                breaks.add(name + ": gone");
            } else {
                compare(name, property.getValue(), now);
            }
        });
        Set<String> needed = texts(way == Way.SENT ? is.path("required") : was.path("required"));
        needed.removeAll(texts(way == Way.SENT ? was.path("required") : is.path("required")));
        needed.forEach(
                name -> breaks.add(at + "." + name + (way == Way.SENT ? ": must be sent now" : ": may be absent now")));
    }

    private static Set<String> texts(JsonNode oneOrMore) {
        Set<String> texts = new TreeSet<>();
        if (oneOrMore.isArray()) {
            List<JsonNode> all = new ArrayList<>();
            oneOrMore.forEach(all::add);
            all.forEach(text -> texts.add(text.asText()));
        } else if (!oneOrMore.isMissingNode()) {
            texts.add(oneOrMore.asText());
        }
        return texts;
    }
}
