package cl.observatory.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.local.client.ObservatoryClient;
import cl.observatory.local.client.Refusal;
import cl.observatory.local.process.Waiting;
import cl.observatory.local.sample.SampleCases;
import cl.observatory.local.sample.SampleDefinitions;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whichever process is killed at whatever moment after the 202, and started again: the release is published once and
 * whole, and until then readers are answered from the one before, or not at all. {@code -Dfaults.rounds} says how often
 * each process is killed, at moments drawn from a seed, and {@code -Dfaults.processes} which.
 */
class KilledProcessTest {

    private static final int ROUNDS = Integer.getInteger("faults.rounds", 1);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Observatory observatory = Observatory.running();
    private final List<String> communes = observatory.reference().communes();
    private final List<String> classes = observatory.reference().classes("CEAD-2024", "subgroup");

    @ParameterizedTest
    @MethodSource("processes")
    void releaseIsPublishedOnceAndWholeAlthoughTheProcessIsKilled(String process) {
        Random random = new Random(process.hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            Duration delay = Duration.ofMillis(random.nextLong(LONGEST_DELAY.toMillis()));
            kill(process, delay, round % 2 == 0 ? Moment.AFTER_APPROVAL : Moment.BEFORE_APPROVAL);
        }
    }

    static List<String> processes() {
        return List.of(System.getProperty("faults.processes", "ingest,query,kafka,postgres,gateway")
                .split(",", -1));
    }

    /** When the process is killed: while the release is on its way, or while the file waits for the second person. */
    private enum Moment {
        AFTER_APPROVAL,
        BEFORE_APPROVAL
    }

    private void kill(String process, Duration delay, Moment moment) {
        // Given
        String dataset = define();
        CasesFile before = file(1, 1);
        CasesFile after = file(2, 12);
        String first = observatory.loading().publish(dataset, SampleDefinitions.PROFILE, before.pieces());
        observatory.loading().awaitVisible(dataset, first);
        String second = submit(dataset, after);
        Readers readers =
                new Readers(dataset, Map.of(first, before.cases("2024", ""), second, after.cases("2024", "")));
        if (moment == Moment.AFTER_APPROVAL) {
            observatory.loading().approve(second);
        }

        // When
        readers.watchFor(delay);
        observatory.kill(process);
        readers.watchFor(Duration.ofMillis(200));
        observatory.up();
        if (moment == Moment.BEFORE_APPROVAL) {
            observatory.loading().approve(second);
        }

        // Then
        assertTrue(Waiting.until(PATIENCE, () -> readers.see(second)), "release " + second + " never became visible");
        assertEquals(List.of(second, first), observatory.loading().releases(dataset));
        JsonNode taken = observatory.steward().get("/v1/imports/" + second);
        assertEquals("PUBLISHED", taken.get("state").asText());
        assertEquals(after.rows(), taken.get("counts").get("accepted").asLong());
    }

    private String define() {
        String dataset = "kill-" + UUID.randomUUID().toString().substring(0, 8);
        String definition = SampleDefinitions.casesDataset().replace(SampleDefinitions.CASES, dataset);
        observatory.loading().define(dataset, definition, SampleDefinitions.casesProfile());
        return dataset;
    }

    private CasesFile file(long seed, int months) {
        return new CasesFile(new SampleCases(seed, communes, classes, YearMonth.of(2024, 1), months));
    }

    private String submit(String dataset, CasesFile file) {
        return observatory
                .steward()
                .postCsv("/v1/datasets/" + dataset + "/imports?profile=" + SampleDefinitions.PROFILE, file.pieces())
                .get("id")
                .asText();
    }

    /** Reads the country's cases of 2024 again and again; every answer must be that of one release, whole. */
    private final class Readers {

        private final ObservatoryClient anyone = observatory.anyone();
        private final String path;
        private final Map<String, Long> cases;

        Readers(String dataset, Map<String, Long> casesByRelease) {
            this.path = "/v1/datasets/" + dataset + "/observations?territory=CL&period=2024&limit=1000";
            this.cases = casesByRelease;
        }

        void watchFor(Duration time) {
            Waiting.until(time, () -> {
                see("");
                return false;
            });
        }

        /** Whether readers are answered from the release. */
        boolean see(String release) {
            JsonNode answer;
            try {
                answer = anyone.get(path);
            } catch (Refusal refused) {
                assertTrue(refused.status() >= 502 && refused.status() <= 504, refused.getMessage());
                return false;
            } catch (UncheckedIOException gatewayIsDead) {
                return false;
            }
            String seen = answer.get("sources").get(0).get("release").get("id").asText();
            long sum = 0;
            for (JsonNode item : answer.get("items")) {
                sum += item.get("value").asLong();
            }
            assertEquals(cases.get(seen), sum, "cases of release " + seen);
            return seen.equals(release);
        }
    }
}
