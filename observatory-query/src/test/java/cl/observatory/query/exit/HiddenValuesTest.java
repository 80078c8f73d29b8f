package cl.observatory.query.exit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.time.Frequency;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * Numbers that must not be told arrive all the same, as if the mask of their owner had failed: small counts of a restricted
 * data set, and suppressed cells that bear their value. Every operation of the contract is asked in every form and with
 * every parameter, and nothing of them may be found in any answer.
 */
@QuarkusTest
@WithTestResource(Servers.class)
class HiddenValuesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CONTRACT = Path.of("../docs/contracts/http/observatory-query.json");

    /** A small count is one below this, so that it has digits enough to be looked for. */
    private static final int SMALL_BELOW = 10_000_000;

    private static final long SMALL = 7_654_321;
    private static final long SUPPRESSED = 43_219_876;
    private static final long SHOWN = 20_000_003;
    private static final long SHOWN_LATER = 20_000_103;
    private static final long PEOPLE = 1_000_000_000;

    /** Digits that the hidden numbers, their rates and their sums with what is shown would bring, points left out. */
    private static final List<String> TRACES = List.of(
            Long.toString(SMALL).substring(0, 6),
            Long.toString(SUPPRESSED).substring(0, 6),
            Long.toString(SHOWN + SMALL).substring(0, 6),
            Long.toString(SHOWN + SUPPRESSED).substring(0, 6));

    private final String restricted = Publisher.unique("restricted");
    private final String suppressed = Publisher.unique("suppressed");
    private final String population = Publisher.unique("people");
    private final String small = code(restricted);
    private final String rate = code(suppressed);

    private ReleasePublished first;
    private ReleasePublished second;
    private Instant between;

    /** Values of the parameters that the contract has; whoever adds one teaches this test what to ask. */
    private Map<String, List<String>> values;

    private void publish(Publisher publisher) {
        publisher.territories();
        publisher.classes();
        publisher.release(
                Publisher.population(population),
                1,
                Stream.of("13101", "13127", "13203", "08101")
                        .flatMap(area -> Stream.of("2023", "2024").map(year -> Row.people(area, year, PEOPLE)))
                        .toList());
        DatasetDefined masked = hidingSmallCounts(Publisher.cases(restricted, Frequency.A, "CRIME_CLASS"));
        DatasetDefined open = Publisher.cases(suppressed, Frequency.A, "CRIME_CLASS");
        first = publisher.release(open, 1, rows(SUPPRESSED, "Q", SHOWN));
        publisher.release(masked, 1, rows(SMALL, "A", SHOWN));
        Caller.awaitRelease(suppressed, 1);
        Caller.awaitRelease(restricted, 1);
        between = Instant.now();
        second = publisher.release(open, 2, rows(SUPPRESSED + 1, "Q", SHOWN_LATER));
        publisher.release(masked, 2, rows(SMALL + 1, "A", SHOWN_LATER));
        publisher.define(Publisher.count(small, restricted, "40101"));
        publisher.define(Publisher.rate(rate, suppressed, population, "40101"));
        Caller.awaitRelease(population, 1);
        Caller.awaitRelease(suppressed, 2);
        Caller.awaitRelease(restricted, 2);
        Caller.awaitFound("/v1/indicators/{code}", small);
        Caller.awaitFound("/v1/indicators/{code}", rate);
        values = Map.ofEntries(
                Map.entry("id", List.of(restricted, suppressed)),
                Map.entry("code", List.of(small, rate)),
                Map.entry("indicator", List.of(small, rate)),
                Map.entry("scheme", List.of("CEAD-2024")),
                Map.entry("dataset", List.of(restricted)),
                Map.entry("territory", List.of("13101", "13101,13127,131,13,CL")),
                Map.entry("period", List.of("2023", "2023..2024")),
                Map.entry("level", List.of("commune", "province", "region", "country")),
                Map.entry("within", List.of("13", "CL")),
                Map.entry("asOf", List.of(between.toString(), Instant.now().toString())),
                Map.entry("updatedAfter", List.of("2020-01-01T00:00:00Z", between.toString())),
                Map.entry("boundaries", List.of("current", "asWas")),
                Map.entry("change", List.of("yearBefore")),
                Map.entry("frequency", List.of("A")),
                Map.entry("window", List.of("2")),
                Map.entry("annualise", List.of("true")),
                Map.entry("allowBreak", List.of("true")),
                Map.entry("order", List.of("asc", "desc")),
                Map.entry("minPopulation", List.of("0")),
                Map.entry("limit", List.of("1000")),
                Map.entry("dimension", List.of("CRIME_CLASS:40101")),
                Map.entry("format", List.of("json", "csv", "ndjson", "sdmx-csv", "json-stat")),
                Map.entry("by", List.of("population", "population,region")),
                Map.entry("k", List.of("3")),
                Map.entry("population", List.of(population)),
                Map.entry("validAt", List.of("2024-01-01")),
                Map.entry("other", List.of()),
                Map.entry("cursor", List.of()));
    }

    /** What is asked, and in which form. */
    private record Asked(String path, String mediaType) {}

    @Test
    void nothingOfThemIsFoundInAnyAnswer() throws IOException {
        try (Publisher publisher = new Publisher()) {
            publish(publisher);
        }
        List<Asked> questions = questions();
        List<Asked> telling = new ArrayList<>();
        assertAll(questions.stream().map(asked -> () -> {
            Response answer = Caller.reader()
                    .urlEncodingEnabled(false)
                    .accept(asked.mediaType())
                    .get(asked.path());
            String text = answer.asString();
            assertTrue(
                    answer.statusCode() == 200 || answer.statusCode() == 400,
                    () -> asked + ": " + answer.statusCode() + " " + text);
            String digits = text.replaceAll("[.,' ]", "");
            TRACES.forEach(trace -> assertFalse(digits.contains(trace), () -> asked + " tells " + trace + ": " + text));
            answer.headers()
                    .forEach(header -> TRACES.forEach(
                            trace -> assertFalse(header.getValue().contains(trace), () -> asked + " " + header)));
            if (digits.contains(Long.toString(SHOWN)) || digits.contains(Long.toString(SHOWN_LATER))) {
                telling.add(asked);
            }
        }));
        // those that tell values did tell some, so that hidden ones would have been found
        assertEquals(
                List.of(
                        "/v1/datasets/{id}/observations",
                        "/v1/indicators/{code}/ranking",
                        "/v1/indicators/{code}/series",
                        "/v1/releases/{id}/diff/{other}",
                        "/v1/series",
                        "/v1/territories/{code}/peers",
                        "/v1/territories/{code}/profile"),
                List.copyOf(new TreeSet<>(
                        telling.stream().map(asked -> template(asked.path())).toList())));
    }

    private List<Asked> questions() throws IOException {
        List<Asked> questions = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path :
                JSON.readTree(Files.readString(CONTRACT)).get("paths").properties()) {
            JsonNode operation = path.getValue().get("get");
            List<String> asked = asked(path.getKey(), operation.path("parameters"));
            operation
                    .at("/responses/200/content")
                    .fieldNames()
                    .forEachRemaining(mediaType -> asked.stream()
                            .map(each -> new Asked(each, mediaType))
                            .forEach(questions::add));
        }
        return questions;
    }

    /** Each way to fill the path and what is needed; then besides with each value of each other parameter. */
    private List<String> asked(String path, JsonNode parameters) {
        List<String> begun = filled(path).stream().map(filled -> filled + '?').toList();
        List<String> others = new ArrayList<>();
        for (JsonNode parameter : parameters) {
            String name = parameter.get("name").asText();
            if (parameter.get("in").asText().equals("query")) {
                assertTrue(values.containsKey(name), () -> path + ": what is to be asked with " + name + "?");
                if (parameter.path("required").asBoolean() || (name.equals("territory") && path.endsWith("/series"))) {
                    begun = begun.stream().flatMap(each -> with(each, name)).toList();
                } else {
                    others.add(name);
                }
            }
        }
        return begun.stream()
                .flatMap(each -> Stream.concat(Stream.of(each), others.stream().flatMap(name -> with(each, name))))
                .map(each -> each.replaceFirst("[?&]$", ""))
                .toList();
    }

    private Stream<String> with(String asked, String name) {
        return values.get(name).stream().map(value -> asked + name + '=' + value + '&');
    }

    private List<String> filled(String path) {
        if (path.contains("/diff/")) {
            return List.of(path.replace("{id}", first.releaseId().toString())
                    .replace("{other}", second.releaseId().toString()));
        }
        if (path.startsWith("/v1/releases/")) {
            return List.of(path.replace("{id}", second.releaseId().toString()));
        }
        if (path.startsWith("/v1/territories/{code}")) {
            return List.of(path.replace("{code}", "13101"), path.replace("{code}", "13127"));
        }
        if (path.startsWith("/v1/sources/")) {
            return List.of();
        }
        List<String> names = StreamSupport.stream(
                        Stream.of(path.split("/", -1))
                                .filter(part -> part.startsWith("{"))
                                .spliterator(),
                        false)
                .map(part -> part.substring(1, part.length() - 1))
                .toList();
        if (names.isEmpty()) {
            return List.of(path);
        }
        assertEquals(1, names.size(), path);
        String name = names.getFirst();
        assertTrue(values.containsKey(name), () -> path + ": what is to be asked for?");
        return values.get(name).stream()
                .map(value -> path.replace("{" + name + "}", value))
                .toList();
    }

    private String template(String asked) {
        String path = asked.replaceAll("\\?.*", "");
        if (path.contains("/diff/")) {
            return "/v1/releases/{id}/diff/{other}";
        }
        return path.replaceAll("/datasets/[^/]+", "/datasets/{id}")
                .replaceAll("/indicators/[^/]+", "/indicators/{code}")
                .replaceAll("/territories/[^/]+", "/territories/{code}");
    }

    private static String code(String dataset) {
        return dataset.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }

    /** A commune with a hidden number each year, and others that are told. */
    private static List<Row> rows(long hidden, String status, long shown) {
        List<Row> rows = new ArrayList<>();
        for (String year : List.of("2023", "2024")) {
            rows.add(new Row("13101", year, "40101", hidden, status));
            rows.add(Row.of("13127", year, "40101", shown));
            rows.add(Row.of("08101", year, "40101", shown));
        }
        return rows;
    }

    private static DatasetDefined hidingSmallCounts(DatasetDefined dataset) {
        return new DatasetDefined(
                dataset.id(),
                dataset.title(),
                dataset.kind(),
                dataset.level(),
                dataset.unit(),
                dataset.decimals(),
                dataset.frequency(),
                dataset.dimensions(),
                dataset.source(),
                dataset.officialStatus(),
                null,
                true,
                dataset.definedAt(),
                "NONE",
                null,
                "RESTRICTED",
                SMALL_BELOW);
    }
}
