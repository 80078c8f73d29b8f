package cl.observatory.local.client;

import cl.observatory.local.process.LocalStackException;
import cl.observatory.local.process.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Territories and classes, as readers are told of them. On a fresh stack they take a moment to reach them. */
public final class ReferenceData {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ObservatoryClient client;

    public ReferenceData(ObservatoryClient client) {
        this.client = client;
    }

    /** Waits until readers know the territories and the scheme. */
    public void await(String scheme) {
        if (!Waiting.until(PATIENCE, () -> !communes().isEmpty() && client.exists(codesOf(scheme)))) {
            throw new LocalStackException("The reference data did not arrive; see ./observatory logs.");
        }
    }

    /** Codes of all communes, in geographic order. */
    public List<String> communes() {
        List<String> codes = new ArrayList<>();
        client.get("/v1/territories?level=commune")
                .get("items")
                .forEach(commune -> codes.add(commune.get("code").asText()));
        return codes;
    }

    /** Codes of one level of a scheme. */
    public List<String> classes(String scheme, String level) {
        List<String> codes = new ArrayList<>();
        for (JsonNode code : client.get(codesOf(scheme)).get("items")) {
            if (code.get("level").asText().equals(level)) {
                codes.add(code.get("code").asText());
            }
        }
        return codes;
    }

    private static String codesOf(String scheme) {
        return "/v1/classifications/" + scheme + "/codes";
    }
}
