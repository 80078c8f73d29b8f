package cl.observatory.acceptance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.local.process.Waiting;
import cl.observatory.local.sample.SampleDefinitions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every parameter of every question that the contract has, with values that are wrong in type, range, length or encoding:
 * each is a 400 that names the parameter.
 */
class BadInputTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Path> CONTRACTS = List.of(
            Path.of("../../docs/contracts/http/observatory-query.json"),
            Path.of("../../docs/contracts/http/community-reports.json"));
    private static final int LONG_QUERY = 3_000;
    private static final int LONG_PATH = 300;

    /** A data set and an indicator that there are, so that nothing else is wrong. */
    private static final String DATASET = "bad-input";

    private static final String INDICATOR = "BAD_INPUT";
    private static final String RELEASE = "00000000-0000-4000-8000-000000000000";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What lets a question be asked at all. */
    private static final Map<String, String> NEEDED = Map.of(
            "/v1/indicators/{code}/ranking", "period=2024",
            "/v1/territories/{code}/peers", "indicator=BAD_INPUT",
            "/v1/series", "indicator=BAD_INPUT");

    private final Observatory observatory = Observatory.running();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A parameter of an operation. */
    private record Parameter(String path, String name, String in, JsonNode schema) {

        /** A place in the list of differences is one of two releases that there are; DiffResourceTest asks for it. */
        private boolean isCheckedWithWhatThereIs() {
            return path.endsWith("/diff/{other}") && name.equals("cursor");
        }

        /** The paths of SDMX have names of data flows in them, which are there or not; SdmxDataTest asks for them. */
        private boolean isOfSdmx() {
            return path.startsWith("/v1/data/") || path.startsWith("/v1/structure/");
        }

        private boolean isInPath() {
            return in.equals("path");
        }
    }

    @TestFactory
    Stream<DynamicTest> everyParameterIsCheckedAndNamed() throws IOException {
        define();
        List<Parameter> parameters = parameters();
        assertTrue(parameters.size() > 40, () -> "the contract has parameters: " + parameters.size());
        return parameters.stream()
                .map(parameter -> DynamicTest.dynamicTest(
                        parameter.path() + " " + parameter.name(),
                        () -> assertAll(badValues(parameter).map(value -> () -> assertNamed(parameter, value)))));
    }

    @TestFactory
    Stream<DynamicTest> unknownAndRepeatedParametersAreNamed() throws IOException {
        define();
        return parameters().stream()
                .filter(parameter -> !parameter.isInPath() && !isArray(parameter))
                .map(parameter -> DynamicTest.dynamicTest(
                        parameter.path() + " " + parameter.name() + " twice",
                        () -> assertNamed(parameter, "1&" + parameter.name() + "=1")));
    }

    /** What no path has is refused before any route is known, by its place. */
    @TestFactory
    Stream<DynamicTest> charactersThatNoPathHasAreRefused() throws IOException {
        return parameters().stream()
                .filter(Parameter::isInPath)
                .map(parameter -> DynamicTest.dynamicTest(
                        parameter.path() + " " + parameter.name(),
                        () -> assertAll(Stream.of("'--", "(select)", "%00", "%ff", "%2e%2e%2fetc", "..")
                                .map(value -> () -> {
                                    HttpResponse<String> answer = ask(target(parameter, value));
                                    assertEquals(400, answer.statusCode(), () -> value + ": " + answer.body());
                                    assertEquals(
                                            "INVALID_REQUEST_TARGET",
                                            JSON.readTree(answer.body())
                                                    .path("code")
                                                    .asText(),
                                            value);
                                }))));
    }

    private static List<Parameter> parameters() throws IOException {
        List<Parameter> parameters = new ArrayList<>();
        for (Path contract : CONTRACTS) {
            addParameters(JSON.readTree(Files.readString(contract)), parameters);
        }
        return parameters;
    }

    private static void addParameters(JsonNode contract, List<Parameter> parameters) {
        contract.get("paths")
                .properties()
                .forEach(path -> StreamSupport.stream(
                                path.getValue().path("get").path("parameters").spliterator(), false)
                        .filter(parameter -> !parameter.get("in").asText().equals("header"))
                        .map(parameter -> new Parameter(
                                path.getKey(),
                                parameter.get("name").asText(),
                                parameter.get("in").asText(),
                                parameter.path("schema")))
                        .filter(parameter -> !parameter.isCheckedWithWhatThereIs() && !parameter.isOfSdmx())
                        .forEach(parameters::add));
    }

    private static boolean isArray(Parameter parameter) {
        return parameter.schema().path("type").asText().equals("array");
    }

    private static Stream<String> badValues(Parameter parameter) {
        if (parameter.isInPath()) {
            return Stream.of("A:B", "-._", "a".repeat(LONG_PATH));
        }
        Set<String> values = new TreeSet<>(
                List.of("%00", "%ff", "%c0%af", "a".repeat(LONG_QUERY), encoded("'; drop table cell; --")));
        switch (parameter.schema().path("type").asText()) {
            case "integer" -> values.addAll(List.of("abc", "-1", "1.5", "1e3", "99999999999999999999"));
            case "boolean" -> values.addAll(List.of("yes", "1", "TRUE"));
            default -> values.add(encoded("\u202e<script>"));
        }
        if (parameter.schema().path("format").asText().startsWith("date")) {
            values.addAll(List.of("yesterday", "2024-13-01T00:00:00Z", "2024-02-30", "99999-01-01T00:00:00Z"));
        }
        if (parameter.name().equals("period")) {
            values.addAll(List.of("2024-13", "2024-Q5", "2024..2020", "2020..2021-03", "0000", "last0Months", "20"));
        }
        return values.stream();
    }

    private void assertNamed(Parameter parameter, String value) throws IOException, InterruptedException {
        String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
        HttpResponse<String> answer = ask(target(parameter, value));
        assertEquals(400, answer.statusCode(), () -> parameter + " = " + shown + ": " + answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", ""));
        List<String> named = JSON.readTree(answer.body()).path("errors").findValuesAsText("parameter");
        assertTrue(
                named.contains(parameter.name()), () -> parameter + " = " + shown + " is not named: " + answer.body());
    }

    private void define() {
        observatory
                .loading()
                .define(
                        DATASET,
                        SampleDefinitions.casesDataset().replace(SampleDefinitions.CASES, DATASET),
                        SampleDefinitions.casesProfile());
        observatory
                .loading()
                .define(
                        DATASET + "-people",
                        SampleDefinitions.populationDataset()
                                .replace(SampleDefinitions.POPULATION, DATASET + "-people"),
                        SampleDefinitions.populationProfile());
        observatory
                .steward()
                .put(
                        "/v1/indicators/" + INDICATOR,
                        SampleDefinitions.indicator()
                                .replace(SampleDefinitions.CASES, DATASET)
                                .replace(SampleDefinitions.POPULATION, DATASET + "-people"));
        assertTrue(Waiting.until(PATIENCE, () -> isThere("/v1/indicators/" + INDICATOR)));
    }

    private boolean isThere(String path) {
        try {
            return ask(path).statusCode() == 200;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpResponse<String> ask(String target) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(observatory.access().gateway() + target))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String target(Parameter parameter, String value) {
        String path = parameter.path();
        if (parameter.isInPath()) {
            path = path.replace("{" + parameter.name() + "}", value);
        }
        path = path.replace("{scheme}", "CEAD-2024")
                .replace("/releases/{id}", "/releases/" + RELEASE)
                .replace("{other}", RELEASE)
                .replace("{id}", DATASET)
                .replace("/territories/{code}", "/territories/13101")
                .replace("{code}", INDICATOR);
        List<String> query = new ArrayList<>();
        String needed = NEEDED.get(parameter.path());
        if (needed != null && !needed.startsWith(parameter.name() + "=")) {
            query.add(needed);
        }
        if (!parameter.isInPath()) {
            query.add(parameter.name() + "=" + value);
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
