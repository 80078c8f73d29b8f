package cl.observatory.gateway.contract;

import cl.observatory.gateway.contract.SchemaBreaks.Way;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What in a document breaks clients that were made of the one before it. What is added does not; what is gone, has another
 * name, is needed now, or is not taken any more does.
 */
final class ContractBreaks {

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> breaks = new ArrayList<>();

    private ContractBreaks(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    static List<String> between(JsonNode before, JsonNode after) {
        ContractBreaks contract = new ContractBreaks(before, after);
        contract.paths();
        return List.copyOf(contract.breaks);
    }

    private void paths() {
        before.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String at = operation.getKey() + " " + path.getKey();
                    JsonNode now = after.path("paths").path(path.getKey()).path(operation.getKey());
                    if (now.isMissingNode()) {
                        breaks.add(at + ": gone");
                    } else {
                        operation(at, operation.getValue(), now);
                    }
                }));
    }

    private void operation(String at, JsonNode was, JsonNode is) {
        if (!was.path("operationId").equals(is.path("operationId"))) {
            breaks.add(at + ": operationId was " + was.path("operationId") + " and is " + is.path("operationId"));
        }
        if (!was.path("tags").equals(is.path("tags"))) {
            breaks.add(at + ": tags were " + was.path("tags") + " and are " + is.path("tags"));
        }
        security(at, was.path("security"), is.path("security"));
        parameters(at, was.path("parameters"), is.path("parameters"));
        body(at, was.path("requestBody"), is.path("requestBody"));
        was.path("responses").properties().forEach(response -> {
            String name = at + " " + response.getKey();
            JsonNode now = is.path("responses").path(response.getKey());
            if (now.isMissingNode()) {
                breaks.add(name + ": gone");
            } else {
                response(name, SchemaBreaks.resolved(before, response.getValue()), SchemaBreaks.resolved(after, now));
            }
        });
    }

    /** Each way in that there was is still there, or asks for less. */
    private void security(String at, JsonNode was, JsonNode is) {
        for (JsonNode way : was) {
            boolean kept = false;
            for (JsonNode now : is) {
                kept |= isWithin(now, way);
            }
            if (!kept) {
                breaks.add(at + ": " + way + " is not enough any more");
            }
        }
    }

    private static boolean isWithin(JsonNode now, JsonNode way) {
        for (Map.Entry<String, JsonNode> scheme : now.properties()) {
            List<String> had = new ArrayList<>();
            way.path(scheme.getKey()).forEach(scope -> had.add(scope.asText()));
            for (JsonNode scope : scheme.getValue()) {
                if (!had.contains(scope.asText())) {
                    return false;
                }
            }
            if (!way.has(scheme.getKey())) {
                return false;
            }
        }
        return true;
    }

    private void parameters(String at, JsonNode was, JsonNode is) {
        Map<String, JsonNode> old = byName(before, was);
        Map<String, JsonNode> now = byName(after, is);
        now.forEach((name, parameter) -> {
            JsonNode known = old.get(name);
            if (parameter.path("required").asBoolean()
                    && (known == null || !known.path("required").asBoolean())) {
                breaks.add(at + " " + name + ": must be sent now");
            }
        });
        old.forEach((name, parameter) -> {
            JsonNode known = now.get(name);
            if (known == null) {
                breaks.add(at + " " + name + ": gone");
                return;
            }
            for (String form : List.of("style", "explode")) {
                if (!parameter.path(form).equals(known.path(form))) {
                    breaks.add(at + " " + name + ": " + form + " changed");
                }
            }
            new SchemaBreaks(before, after, Way.SENT, breaks)
                    .compare(at + " " + name, parameter.path("schema"), known.path("schema"));
        });
    }

    private static Map<String, JsonNode> byName(JsonNode document, JsonNode parameters) {
        Map<String, JsonNode> byName = new TreeMap<>();
        parameters.forEach(written -> {
            JsonNode parameter = SchemaBreaks.resolved(document, written);
            byName.put(
                    parameter.path("in").asText() + " " + parameter.path("name").asText(), parameter);
        });
        return byName;
    }

    private void body(String at, JsonNode was, JsonNode is) {
        if (is.path("required").asBoolean() && !was.path("required").asBoolean()) {
            breaks.add(at + " body: must be sent now");
        }
        if (!was.isMissingNode()) {
            content(at + " body", was.path("content"), is.path("content"), Way.SENT);
        }
    }

    private void response(String at, JsonNode was, JsonNode is) {
        content(at, was.path("content"), is.path("content"), Way.RECEIVED);
        was.path("headers").properties().forEach(header -> {
            if (!is.path("headers").has(header.getKey())) {
                breaks.add(at + " header " + header.getKey() + ": gone");
            }
        });
    }

    private void content(String at, JsonNode was, JsonNode is, Way way) {
        was.properties().forEach(media -> {
            if (!is.has(media.getKey())) {
                breaks.add(at + " " + media.getKey() + ": gone");
            } else {
                new SchemaBreaks(before, after, way, breaks)
                        .compare(
                                at + " " + media.getKey(),
                                media.getValue().path("schema"),
                                is.path(media.getKey()).path("schema"));
            }
        });
    }
}
