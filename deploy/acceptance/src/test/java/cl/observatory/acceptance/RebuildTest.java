package cl.observatory.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.local.client.ObservatoryClient;
import cl.observatory.local.client.Refusal;
import cl.observatory.local.process.Waiting;
import cl.observatory.local.sample.SampleCases;
import cl.observatory.local.sample.SampleDefinitions;
import cl.observatory.local.sample.SamplePopulation;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * {@code ./observatory rebuild-query}: the same answers as before, also to what was asked as of an earlier instant, about
 * releases that were merged, found wrong or removed; none that is half made meanwhile; and nothing announced twice.
 */
class RebuildTest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int REMOVED = 410;

    private final Observatory observatory = Observatory.running();
    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private final String cases = "rebuild-" + suffix;
    private final String disclosed = "disclosed-" + suffix;
    private final String population = "population-" + suffix;
    private final String share = "SHARE_" + suffix.toUpperCase(Locale.ROOT);
    private final String indicator = "REBUILD_" + suffix.toUpperCase(Locale.ROOT);

    @Test
    void answersAreTheSameAfterwardsAndNothingIsAnnouncedTwice() {
        // Given
        define();
        publish(population, population());
        List<String> releases = new ArrayList<>(List.of(publish(cases, year(1)), merge("2024-03", 901)));
        releases.add(merge("2024-04", 902));
        withdraw(releases.get(2), "ERROR");
        withdraw(releases.get(1), "ERROR");
        releases.add(merge("2024-05", 903));
        List<String> ofDisclosed = List.of(publish(disclosed, year(2)), publish(disclosed, year(3)));
        List<String> questions = questions(releases, ofDisclosed);
        String erased = cite("/v1/datasets/" + disclosed + "/observations?territory=13101");
        questions.addFirst(erased);
        questions.addFirst(cite("/v1/indicators/" + indicator + "/series?territory=13101,13,CL&period=2024"));
        withdraw(ofDisclosed.get(1), "DISCLOSURE");
        awaitAnswer("/v1/releases/" + ofDisclosed.get(1), Integer.toString(REMOVED));
        Map<String, String> before = new LinkedHashMap<>();
        questions.forEach(question -> before.put(question, answer(question)));
        assertEquals(
                List.of(erased, "/v1/releases/" + ofDisclosed.get(1), questions.get(questions.size() - 2)),
                questions.stream()
                        .filter(question -> !before.get(question).startsWith("{"))
                        .toList());
        List<String> told = awaitTold(cases, releases.size());
        String toldOfDisclosed = awaitOnlyTold(disclosed);
        assertTrue(toldOfDisclosed.contains(ofDisclosed.getFirst()), toldOfDisclosed);

        // When
        CompletableFuture<Void> rebuild = CompletableFuture.runAsync(observatory::rebuildQuery);
        assertTrue(Waiting.until(PATIENCE, () -> {
            questions.forEach(question -> isAnsweredAsBeforeOrNotAtAll(question, before.get(question)));
            return rebuild.isDone();
        }));
        rebuild.join();

        // Then
        before.forEach((question, answer) -> assertEquals(answer, answer(question), question));
        // what comes next builds on it, and would be told behind whatever was told twice
        merge("2024-06", 904);
        List<String> after = awaitTold(cases, releases.size() + 1);
        assertEquals(told, after.subList(0, told.size()));
        assertEquals(told.size() + 1, after.size());
        assertEquals(List.of(toldOfDisclosed), topic().toldOf(disclosed));
    }

    private void define() {
        for (String dataset : List.of(cases, disclosed)) {
            observatory
                    .loading()
                    .define(
                            dataset,
                            SampleDefinitions.casesDataset().replace(SampleDefinitions.CASES, dataset),
                            SampleDefinitions.casesProfile());
        }
        observatory
                .loading()
                .define(
                        population,
                        SampleDefinitions.populationDataset().replace(SampleDefinitions.POPULATION, population),
                        SampleDefinitions.populationProfile());
        ObservatoryClient steward = observatory.steward();
        steward.put(
                "/v1/indicators/" + indicator,
                SampleDefinitions.indicator()
                        .replace(SampleDefinitions.CASES, cases)
                        .replace(SampleDefinitions.POPULATION, population));
        defineShare(steward);
        steward.put("/v1/datasets/" + cases + "/breaks", """
                {"breaks": [{"period": "2024-07", "type": "METHOD", "note": {"es": "Rediseño", "en": "Redesign"}}]}
                """);
        steward.put("/v1/sources/" + cases, """
                {"labels": {"es": "Portal", "en": "Portal"}, "publisher": "Generator",
                 "feeds": [{"dataset": "%s", "profile": "%s", "format": "CSV"}],
                 "cadence": "P1M", "allowedDelay": "P45D", "url": "https://example.org/statistics",
                 "contact": "https://example.org/contact", "licence": "CC0-1.0"}
                """.formatted(cases, SampleDefinitions.PROFILE));
    }

    private void defineShare(ObservatoryClient steward) {
        steward.put("/v1/indicators/" + share, """
                {"labels": {"es": "Tráfico", "en": "Trafficking"},
                 "description": {"es": "De los casos por ley de drogas", "en": "Of the cases under the drug law"},
                 "type": "SHARE", "numerator": {"dataset": "%1$s", "filters": {"CRIME_CLASS": ["40101"]}},
                 "denominator": {"dataset": "%1$s", "filters": {}, "bundles": {"CRIME_CLASS": ["DRUG_LAW"]}},
                 "unit": "PT", "direction": "AMBIGUOUS", "proxy": false}
                """.formatted(cases));
    }

    private Iterable<byte[]> year(long seed) {
        return new SampleCases(
                seed, communes(), List.of("40101", "40102", "40103", "40104"), YearMonth.of(2024, 1), 12);
    }

    private Iterable<byte[]> population() {
        return new SamplePopulation(1, communes(), 2024, 1);
    }

    private List<String> communes() {
        return observatory.reference().communes().stream()
                .filter(commune -> commune.startsWith("13"))
                .toList();
    }

    private String publish(String dataset, Iterable<byte[]> file) {
        return publish(dataset, "", file);
    }

    /** Lays one cell over the release that holds. */
    private String merge(String month, int value) {
        String file = "REF_AREA,TIME_PERIOD,CRIME_CLASS,OBS_VALUE\n13101,%s,40101,%d\n".formatted(month, value);
        return publish(cases, "&update=merge", List.of(file.getBytes(UTF_8)));
    }

    private String publish(String dataset, String parameters, Iterable<byte[]> file) {
        String path = "/v1/datasets/" + dataset + "/imports?profile=" + SampleDefinitions.PROFILE + parameters;
        String release = observatory.steward().postCsv(path, file).get("id").asText();
        observatory.loading().approve(release);
        observatory.loading().awaitVisible(dataset, release);
        return release;
    }

    private void withdraw(String release, String reason) {
        observatory
                .approver()
                .post(
                        "/v1/releases/" + release + "/withdrawal",
                        "{\"reason\": \"%s\", \"note\": \"It was wrong.\"}".formatted(reason));
        if (reason.equals("ERROR")) {
            assertTrue(Waiting.until(
                    PATIENCE, () -> answer("/v1/releases/" + release).contains("WITHDRAWN")));
        }
    }

    private List<String> questions(List<String> releases, List<String> ofDisclosed) {
        List<String> questions = new ArrayList<>(List.of(
                "/v1/datasets",
                "/v1/datasets/" + cases,
                "/v1/indicators/" + indicator,
                "/v1/indicators/" + share,
                "/v1/territories?level=region",
                "/v1/territories/13101",
                "/v1/territories/13101/profile",
                "/v1/territories/13101/peers?indicator=" + indicator,
                "/v1/indicators/" + indicator + "/availability",
                "/v1/classifications/CEAD-2024/codes",
                "/v1/breaks?dataset=" + cases,
                "/v1/sources/" + cases,
                "/v1/datasets/" + cases + "/releases",
                "/v1/datasets/" + disclosed + "/releases"));
        List<String> instants = new ArrayList<>(List.of(""));
        for (String release : releases) {
            questions.add("/v1/releases/" + release);
            instants.add("&asOf=" + publishedAt(release));
        }
        for (String asOf : instants) {
            questions.add(observations(cases) + asOf);
            questions.add(
                    "/v1/indicators/" + indicator + "/series?territory=13101,13,CL&period=2024-01..2024-12" + asOf);
            for (String code : List.of(indicator, share)) {
                questions.add("/v1/indicators/" + code + "/ranking?period=2024&within=13" + asOf);
            }
        }
        for (String release : ofDisclosed) {
            questions.add("/v1/releases/" + release);
            questions.add(observations(disclosed) + "&asOf=" + publishedAt(release));
        }
        questions.add(observations(disclosed));
        return questions;
    }

    /** Where the cited answer is found. */
    private String cite(String question) {
        JsonNode citation = observatory.anyone().post("/v1/queries", "{\"question\": \"%s\"}".formatted(question));
        return "/v1/queries/" + citation.get("id").asText();
    }

    private static String observations(String dataset) {
        return "/v1/datasets/" + dataset + "/observations?territory=13101,CL&period=2024-01..2024-12&limit=1000";
    }

    private String publishedAt(String release) {
        JsonNode published = observatory.anyone().get("/v1/releases/" + release);
        return published.get("publishedAt").asText();
    }

    /** The body, or the status of a refusal. */
    private String answer(String question) {
        try {
            return observatory.anyone().get(question).toString();
        } catch (Refusal refused) {
            return Integer.toString(refused.status());
        }
    }

    private void awaitAnswer(String question, String expected) {
        assertTrue(Waiting.until(PATIENCE, () -> answer(question).equals(expected)), question);
    }

    private void isAnsweredAsBeforeOrNotAtAll(String question, String before) {
        try {
            String answer = answer(question);
            assertTrue(answer.equals(before) || answer.matches("50[234]"), () -> question + ": " + answer);
        } catch (UncheckedIOException gatewayIsStarting) {
            assertTrue(gatewayIsStarting.getMessage().startsWith("The gateway"), gatewayIsStarting.getMessage());
        }
    }

    private List<String> awaitTold(String dataset, int events) {
        assertTrue(
                Waiting.until(PATIENCE, () -> topic().toldOf(dataset).size() >= events), "what is told of " + dataset);
        return topic().toldOf(dataset);
    }

    /** What is left once the topic is rid of what was told of a removed release. */
    private String awaitOnlyTold(String dataset) {
        assertTrue(Waiting.until(PATIENCE, () -> topic().toldOf(dataset).size() == 1), "what is told of " + dataset);
        return topic().toldOf(dataset).getFirst();
    }

    private ToldTopics topic() {
        return new ToldTopics(observatory.kafka());
    }
}
