package cl.observatory.acceptance.canary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Staff who open reports, write to reporters and decide, as many people as the bounds of openings ask for. */
final class Moderators {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OPENED_BY_ONE = 20;

    private final URI moderation;
    private final UnaryOperator<String> tokenOf;
    private final Words words;
    private int opened;

    Moderators(URI moderation, UnaryOperator<String> tokenOf, Words words) {
        this.moderation = moderation;
        this.tokenOf = tokenOf;
        this.words = words;
    }

    /**
     * Opens reports and decides in one way after the other.
     *
     * @return what they say
     */
    List<String> decide(int count) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : queue(count)) {
            String id = item.get("id").asText();
            JsonNode report = call("POST", id + "/openings", "", Map.of("reason", "TRIAGE"), 201);
            texts.add(report.get("contents").get("text").asText());
            String version = decide(id, item.get("version").asText(), Map.of("to", "IN_REVIEW"));
            switch (opened++ % 4) {
                case 0 -> decide(id, version, Map.of("to", "VALIDATED", "confidence", "LOW"));
                case 1 -> decide(id, version, Map.of("to", "REJECTED", "reason", "OUT_OF_SCOPE"));
                case 2 ->
                    decide(id, version, Map.of("to", "NEEDS_INFO", "message", "¿Cuándo? " + words.next("question")));
                default -> write(id, version);
            }
        }
        return texts;
    }

    private void write(String id, String version) {
        call("POST", id + "/messages", version, Map.of("text", "Gracias. " + words.next("message")), 201);
    }

    private List<JsonNode> queue(int count) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        while (items.size() < count) {
            JsonNode page = call("GET", "?state=SCREENED&limit=50" + cursor, "", Map.of(), 200);
            page.get("items").forEach(items::add);
            JsonNode next = page.get("page").get("nextCursor");
            if (next == null || next.isNull()) {
                break;
            }
            cursor = "&cursor=" + next.asText();
        }
        return items.subList(0, Math.min(count, items.size()));
    }

    private String decide(String id, String version, Map<String, Object> decision) {
        return call("POST", id + "/transitions", version, decision, 200)
                .get("version")
                .asText();
    }

    private JsonNode call(String method, String path, String version, Map<String, Object> body, int expected) {
        String person = "moderator-" + (char) ('a' + opened / OPENED_BY_ONE);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + tokenOf.apply(person));
        headers.put("Content-Type", "application/json");
        if (!version.isEmpty()) {
            headers.put("If-Match", '"' + version + '"');
        }
        String target = "/v1/moderation/reports" + (path.startsWith("?") ? path : "/" + path);
        Visit.Answer answer = new Visit(moderation, "127.0.0.1").send(method + " " + target, headers, written(body));
        assertEquals(expected, answer.status(), method + " " + target + ": " + answer.text());
        return Campaign.parsed(answer);
    }

    private static byte[] written(Map<String, Object> body) {
        try {
            return body.isEmpty() ? new byte[0] : JSON.writeValueAsString(body).getBytes(UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
