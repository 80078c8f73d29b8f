package cl.observatory.benchmark;

import cl.observatory.local.client.Loading;
import cl.observatory.local.client.ObservatoryClient;
import cl.observatory.local.process.Waiting;
import cl.observatory.local.sample.SampleDefinitions;
import cl.observatory.local.stack.StackAccess;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** A file in through the gateway, its approval, and the first answer out. */
final class MainJob {

    static final String FULL = "full";
    static final String MERGE = "merge";

    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final double NANOS = 1e9;

    private final ObservatoryClient steward;
    private final ObservatoryClient anyone;
    private final Loading loading;
    private final Duration pause;

    /**
     * @param pause between looks whether a stage is over, each of which takes of the machine that is measured
     */
    MainJob(StackAccess access, Duration pause) {
        this.steward = ObservatoryClient.withKey(access.gateway(), access.stewardKey());
        this.anyone = ObservatoryClient.anonymous(access.gateway());
        this.loading = new Loading(steward, ObservatoryClient.withKey(access.gateway(), access.approverKey()));
        this.pause = pause;
    }

    /**
     * Seconds of each stage.
     *
     * @param taking from the first byte sent to the 202
     * @param approving until the approval is answered
     * @param sending until Kafka has everything
     * @param showing until an answer comes from the release; loading overlaps with sending
     */
    record Stages(double taking, double approving, double sending, double showing) {

        double total() {
            return taking + approving + sending + showing;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.1f s = taking %.1f + approving %.1f + sending %.1f + showing %.1f",
                    total(),
                    taking,
                    approving,
                    sending,
                    showing);
        }
    }

    void define(String dataset) {
        loading.define(
                dataset,
                SampleDefinitions.casesDataset().replace(SampleDefinitions.CASES, dataset),
                SampleDefinitions.casesProfile());
    }

    /**
     * @param update whether the file takes the place of what is there, or is laid over it
     */
    Stages run(String dataset, Path file, String update) throws FileNotFoundException {
        long start = System.nanoTime();
        String id = steward.postFile(
                        "/v1/datasets/" + dataset + "/imports?profile=" + SampleDefinitions.PROFILE + "&update="
                                + update,
                        "text/csv",
                        BodyPublishers.ofFile(file))
                .get("id")
                .asText();
        long taken = System.nanoTime();
        loading.approve(id);
        long approved = System.nanoTime();
        Waiting.until(PATIENCE, pause, () -> state(id).equals("PUBLISHED"));
        long sent = System.nanoTime();
        Waiting.until(PATIENCE, pause, () -> isAnswered(dataset, id));
        long shown = System.nanoTime();
        return new Stages(
                (taken - start) / NANOS, (approved - taken) / NANOS, (sent - approved) / NANOS, (shown - sent) / NANOS);
    }

    private String state(String id) {
        return steward.get("/v1/imports/" + id).get("state").asText();
    }

    private boolean isAnswered(String dataset, String release) {
        String slice = "/v1/datasets/" + dataset + "/observations?territory=CL&period=2025";
        if (!anyone.exists(slice)) {
            return false;
        }
        JsonNode source = anyone.get(slice).get("sources").get(0);
        return source.path("release").path("id").asText().equals(release);
    }
}
