package cl.observatory.query.exit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.release.ReleasePublished;
import cl.observatory.query.Caller;
import cl.observatory.query.answer.Format;
import cl.observatory.query.parquet.ParquetText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/**
 * Every operation of the contract, in every form that it has, with what it needs, and besides with every value of each other
 * parameter. An operation or a parameter for which there are no values fails: whoever adds one teaches this class what to
 * ask.
 */
final class EveryQuestion {

    /** Those that tell values, in the order of their paths. */
    static final List<String> TELLING = List.of(
            "/v1/alerts",
            "/v1/alerts/{id}",
            "/v1/data/dataflow/{agency}/{id}/{version}",
            "/v1/data/dataflow/{agency}/{id}/{version}/{key}",
            "/v1/datasets/{id}/observations",
            "/v1/indicators/{code}/map",
            "/v1/indicators/{code}/ranking",
            "/v1/indicators/{code}/series",
            "/v1/queries/{id}",
            "/v1/releases/{id}/archive",
            "/v1/releases/{id}/diff/{other}",
            "/v1/series",
            "/v1/territories/{code}/peers",
            "/v1/territories/{code}/profile");

    /** Those that tell of community signals. */
    static final List<String> TELLING_SIGNALS = List.of("/v1/signals", "/v1/territories/{code}/profile");

    /** The media types of answers that tell values, in their order. */
    static final List<String> TELLING_FORMS = List.of(
            "application/geo+json",
            MediaType.APPLICATION_JSON,
            Format.PARQUET,
            Format.SDMX_CSV,
            Format.SDMX_JSON,
            Format.NDJSON,
            "application/zip",
            Format.CSV);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CONTRACT = Path.of("../docs/contracts/http/observatory-query.json");

    private final ReleasePublished before;
    private final ReleasePublished after;
    private final Map<String, List<String>> values;

    /**
     * @param values of the parameters that belong to what was published: {@code id} of data sets, {@code indicator},
     *     {@code citation}, {@code population}, {@code asOf}, {@code updatedAfter}, {@code rule} and {@code alert}
     */
    EveryQuestion(ReleasePublished before, ReleasePublished after, Map<String, List<String>> values) {
        this.before = before;
        this.after = after;
        this.values = new HashMap<>(Map.ofEntries(
                Map.entry("scheme", List.of("CEAD-2024")),
                Map.entry("territory", List.of("13101", "13101,13127,131,13,CL")),
                Map.entry("period", List.of("2023", "2023..2024")),
                Map.entry("level", List.of("commune", "province", "region", "country")),
                Map.entry("within", List.of("13", "CL")),
                Map.entry("zoom", List.of("country", "commune")),
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
                Map.entry(
                        "format",
                        List.of(
                                "json",
                                "csv",
                                "ndjson",
                                "sdmx-json",
                                "sdmx-csv",
                                "json-stat",
                                "parquet",
                                "text",
                                "bibtex",
                                "csl-json")),
                Map.entry("c", List.of("[TIME_PERIOD]=2023", "[REF_AREA]=13101,13127", "[REF_AREA]=13,CL")),
                Map.entry("dimensionAtObservation", List.of("AllDimensions")),
                Map.entry("attributes", List.of("none", "OBS_STATUS")),
                Map.entry("measures", List.of("none", "OBS_VALUE")),
                Map.entry("includeHistory", List.of("true")),
                Map.entry("references", List.of("all")),
                Map.entry("by", List.of("population", "population,region")),
                Map.entry("k", List.of("3")),
                Map.entry("validAt", List.of("2024-01-01")),
                Map.entry("since", List.of("2020-01-01T00:00:00Z")),
                Map.entry("category", List.of("EXTORTION")),
                Map.entry("cursor", List.of())));
        this.values.putAll(values);
        this.values.put("dataset", values.get("id"));
        this.values.put("code", values.get("indicator"));
    }

    /**
     * What is asked.
     *
     * @param operation its path in the contract
     */
    record Asked(String operation, String path, String mediaType) {

        Response answer() {
            return Caller.reader().urlEncodingEnabled(false).accept(mediaType).get(path);
        }

        /** What an answer tells, unpacked where it is packed. */
        static String text(Response answer) throws IOException {
            if (Format.PARQUET.equals(answer.contentType())) {
                try (ParquetText file = new ParquetText(answer.asByteArray())) {
                    return file.everything();
                } catch (SQLException unreadable) {
                    throw new IOException(unreadable);
                }
            }
            return answer.contentType().startsWith("application/zip") ? packed(answer) : answer.asString();
        }

        private static String packed(Response archive) throws IOException {
            StringBuilder text = new StringBuilder();
            try (ZipInputStream zip = new ZipInputStream(archive.asInputStream())) {
                while (zip.getNextEntry() != null) {
                    text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return text.toString();
        }
    }

    /** Cites an answer; its id. */
    static String cite(String question) {
        return Caller.reader()
                .contentType("application/json")
                .body(Map.of("question", question))
                .post("/v1/queries")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    List<Asked> all() throws IOException {
        List<Asked> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path :
                JSON.readTree(Files.readString(CONTRACT)).get("paths").properties()) {
            JsonNode operation = path.getValue().get("get");
            if (operation == null) {
                // what is sent there comes back at an address of its own
                assertEquals("/v1/queries", path.getKey());
                continue;
            }
            List<String> asked = asked(path.getKey(), operation.path("parameters"));
            operation
                    .at("/responses/200/content")
                    .fieldNames()
                    .forEachRemaining(mediaType -> asked.stream()
                            .map(each -> new Asked(path.getKey(), each, mediaType))
                            .forEach(all::add));
        }
        return all;
    }

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
        return values.get(name).stream().map(value -> asked + name + (value.startsWith("[") ? "" : "=") + value + '&');
    }

    private List<String> filled(String path) {
        if (path.startsWith("/v1/releases/")) {
            return Stream.of(before, after)
                    .map(release -> path.replace("{id}", before.releaseId().toString())
                            .replace("{other}", release.releaseId().toString()))
                    .toList();
        }
        if (path.startsWith("/v1/data/dataflow/") || path.startsWith("/v1/structure/")) {
            return values.get("id").stream()
                    .map(id -> path.replace("{agency}", "OBS_CL")
                            .replace("{id}", id.toUpperCase(Locale.ROOT).replace('-', '_'))
                            .replace("{version}", "1.0.0")
                            .replace("{key}", "A.13101,A.13127"))
                    .toList();
        }
        if (path.startsWith("/v1/territories/{code}")) {
            return List.of(path.replace("{code}", "13101"), path.replace("{code}", "13127"));
        }
        if (path.startsWith("/v1/alerts/")) {
            return values.get("alert").stream()
                    .map(alert -> path.replace("{id}", alert))
                    .toList();
        }
        if (path.startsWith("/v1/alert-rules/")) {
            return values.get("rule").stream()
                    .map(rule -> path.replace("{code}", rule))
                    .toList();
        }
        if (path.startsWith("/v1/queries/")) {
            return values.get("citation").stream()
                    .map(id -> path.replace("{id}", id))
                    .toList();
        }
        if (path.startsWith("/v1/sources/")) {
            return List.of(path.replace("{id}", "no-such-source"));
        }
        List<String> names = Stream.of(path.split("/", -1))
                .filter(part -> part.startsWith("{"))
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
}
