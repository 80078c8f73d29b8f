package cl.observatory.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.Topics;
import cl.observatory.local.process.Waiting;
import cl.observatory.local.sample.SampleDefinitions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Before its instant, nothing of an approved release is in any answer, header, catalogue or event. */
class EmbargoTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int VALUE = 7_654_321;

    private final Observatory observatory = Observatory.running();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String dataset = "embargoed-" + UUID.randomUUID().toString().substring(0, 8);
    private final String indicator = dataset.toUpperCase(Locale.ROOT).replace('-', '_');

    @Test
    void nothingIsSeenBeforeTheInstantAndEverythingAfterIt() {
        // Given
        define();
        Instant instant = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(25);
        String release = observatory
                .steward()
                .postCsv(
                        "/v1/datasets/%s/imports?profile=observatory-csv&embargoUntil=%s".formatted(dataset, instant),
                        List.of("REF_AREA,TIME_PERIOD,CRIME_CLASS,OBS_VALUE,OBS_STATUS\n13101,2024-01,40101,%d,A\n"
                                .formatted(VALUE)
                                .getBytes(UTF_8)))
                .get("id")
                .asText();
        observatory.loading().approve(release);
        List<String> questions = questions(release);

        // When
        boolean wasAsked = false;
        while (Instant.now().isBefore(instant.minusSeconds(2))) {
            // Then
            for (String question : questions) {
                String answer = answer(question);
                boolean isOfRelease = question.contains(release);
                // what is asked for by its id is not there, and the problem repeats what was asked
                assertTrue(!isOfRelease || answer.matches("(?s)40[134] .*"), answer);
                for (String trace : List.of(Integer.toString(VALUE), instant.toString(), release)) {
                    assertTrue(
                            !answer.contains(trace) || (isOfRelease && trace.equals(release)),
                            () -> question + ": " + answer);
                }
            }
            for (String topic : List.of(Topics.RELEASES, Topics.PUBLIC)) {
                assertEquals(List.of(), new ToldTopics(observatory.kafka()).keysOf(topic, dataset), topic);
            }
            wasAsked = true;
        }
        assertTrue(wasAsked, "approving took longer than the embargo");

        assertTrue(Waiting.until(
                PATIENCE,
                () -> answer("/v1/datasets/" + dataset + "/observations").contains(Integer.toString(VALUE))));
        assertFalse(Instant.now().isBefore(instant));
        assertTrue(answer("/v1/catalog.jsonld").contains("/v1/datasets/" + dataset + "/observations"));
        // What is read is told a moment later, by the outbox.
        Waiting.until(
                PATIENCE,
                () -> !new ToldTopics(observatory.kafka()).toldOf(dataset).isEmpty());
        assertEquals(1, new ToldTopics(observatory.kafka()).toldOf(dataset).size());
    }

    private void define() {
        observatory
                .loading()
                .define(
                        dataset,
                        SampleDefinitions.casesDataset().replace(SampleDefinitions.CASES, dataset),
                        SampleDefinitions.casesProfile());
        observatory.steward().put("/v1/indicators/" + indicator, """
                {"labels": {"es": "Casos", "en": "Cases"}, "description": {"es": "Casos", "en": "Cases"},
                 "type": "COUNT", "numerator": {"dataset": "%s", "filters": {"CRIME_CLASS": ["40101"]}},
                 "unit": "CASES", "direction": "AMBIGUOUS", "proxy": false}
                """.formatted(dataset));
        assertTrue(Waiting.until(
                PATIENCE, () -> answer("/v1/indicators/" + indicator).contains("\"" + indicator + "\"")));
    }

    private List<String> questions(String release) {
        String observations = "/v1/datasets/" + dataset + "/observations";
        return List.of(
                "/v1/datasets",
                "/v1/datasets/" + dataset,
                "/v1/datasets/" + dataset + "/releases",
                "/v1/releases/" + release,
                "/v1/releases/" + release + "/archive",
                "/v1/releases/" + release + "/reference",
                "/v1/imports/" + release,
                observations,
                observations + "?format=csv",
                observations + "?format=ndjson",
                observations + "?format=sdmx-csv",
                observations + "?format=json-stat",
                "/v1/indicators/" + indicator + "/availability",
                "/v1/indicators/" + indicator + "/series",
                "/v1/indicators/" + indicator + "/ranking?period=2024-01",
                "/v1/territories/13101/profile",
                "/v1/breaks?dataset=" + dataset,
                "/v1/annotations?dataset=" + dataset,
                "/v1/catalog",
                "/v1/catalog.jsonld");
    }

    /** Everything that anybody is told: status, headers and body. */
    private String answer(String question) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(observatory.access().gateway().resolve(question))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.headers().map() + " " + answer.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
