package cl.observatory.local.client;

import cl.observatory.local.process.LocalStackException;
import cl.observatory.local.process.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The way of a file into the observatory, with its two people. */
public final class Loading {

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final ObservatoryClient steward;
    private final ObservatoryClient approver;

    public Loading(ObservatoryClient steward, ObservatoryClient approver) {
        this.steward = steward;
        this.approver = approver;
    }

    /** Defines the data set and its profile, unless the data set is there. */
    public void define(String id, String dataset, String profile) {
        try {
            steward.post("/v1/datasets", dataset);
        } catch (Refusal refused) {
            if (refused.status() != 409) {
                throw refused;
            }
        }
        steward.post("/v1/datasets/" + id + "/profiles", profile);
    }

    /**
     * Sends a CSV file and has it approved.
     *
     * @return the id of the import and of the release that it becomes
     */
    public String publish(String dataset, String profile, Iterable<byte[]> file) {
        JsonNode taken = steward.postCsv("/v1/datasets/" + dataset + "/imports?profile=" + profile, file);
        return approve(taken.get("id").asText());
    }

    public String approve(String id) {
        approver.post("/v1/imports/" + id + "/approval", "{\"decision\": \"APPROVE\"}");
        return id;
    }

    /** Waits until readers are answered from the release. */
    public void awaitVisible(String dataset, String release) {
        if (!Waiting.until(PATIENCE, () -> isVisible(dataset, release))) {
            throw new LocalStackException(
                    "Release %s of %s did not become visible in %d minutes; see ./observatory logs."
                            .formatted(release, dataset, PATIENCE.toMinutes()));
        }
    }

    private boolean isVisible(String dataset, String release) {
        return releases(dataset).contains(release);
    }

    /** Ids of what is published of the data set, newest first; none when readers do not know it yet. */
    public List<String> releases(String dataset) {
        String path = "/v1/datasets/" + dataset + "/releases";
        List<String> ids = new ArrayList<>();
        if (steward.exists(path)) {
            steward.get(path)
                    .get("items")
                    .forEach(release -> ids.add(release.get("id").asText()));
        }
        return ids;
    }
}
