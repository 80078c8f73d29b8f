package cl.observatory.query.observation;

import static cl.observatory.query.History.FIRST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.query.Caller;
import cl.observatory.query.History;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.guava.GuavaModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.ssb.jsonstat.JsonStatModule;
import no.ssb.jsonstat.v2.Dataset;
import no.ssb.jsonstat.v2.DatasetBuildable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Files as libraries read them that others wrote; Parquet has a test of its own. */
@QuarkusTest
@WithTestResource(Servers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadBackTest {

    private static final Map<String, String> VALUES = Map.of(
            "01101 2024-02 40101", "12",
            "13101 2024-02 40101", "3");

    private History history;

    /** Once: the address of the service is known with the first test. */
    @BeforeEach
    void publish() {
        if (history != null) {
            return;
        }
        history = History.ofCases();
        history.full(
                FIRST,
                List.of(
                        Row.of("13101", "2024-02", "40101", 3),
                        Row.missing("13101", "2024-01", "40101", "O"),
                        Row.missing("01101", "2024-01", "40102", "Q"),
                        new Row("01101", "2024-02", "40101", 12L, "P")));
    }

    @AfterAll
    void close() {
        history.close();
    }

    /** By FastCSV, each cell as the metadata of CSV on the Web describe it. */
    @Test
    void csvIsWhatItsMetadataSay() throws IOException {
        JsonNode table = new ObjectMapper()
                .readTree(Caller.reader()
                        .get("/v1/datasets/{id}/csv-metadata", history.dataset())
                        .asString());

        List<NamedCsvRecord> rows =
                csv("csv", table.at("/dialect/delimiter").asText().charAt(0));

        List<String> titles = new ArrayList<>();
        table.at("/tableSchema/columns")
                .forEach(column -> titles.add(column.get("titles").asText()));
        for (NamedCsvRecord row : rows) {
            assertEquals(titles, row.getHeader());
            for (JsonNode column : table.at("/tableSchema/columns")) {
                String cell = row.getField(column.get("titles").asText());
                if (column.get("required").asBoolean() || !cell.isEmpty()) {
                    assertTrue(fits(cell, column.get("datatype")), () -> column + ": " + cell);
                }
            }
        }
        assertEquals(VALUES, values(rows));
    }

    @Test
    void sdmxCsvIsCsv() {
        List<NamedCsvRecord> rows = csv("sdmx-csv", ',');

        assertEquals(4, rows.size());
        assertEquals(
                VALUES,
                values(rows.stream()
                        .filter(row -> !row.getField("OBS_VALUE").equals("NaN"))
                        .toList()));
    }

    @Test
    void jsonStatIsACube() throws IOException {
        ObjectMapper mapper = new ObjectMapper()
                .registerModules(new JsonStatModule(), new GuavaModule(), new Jdk8Module(), new JavaTimeModule());

        Dataset cube =
                mapper.readValue(file("json-stat"), DatasetBuildable.class).build();

        assertEquals(List.of(2, 2, 2, 1), cube.getSize());
        assertEquals(List.of("CRIME_CLASS", "REF_AREA", "TIME_PERIOD", "MEASURE"), List.copyOf(cube.getId()));
        assertEquals(FIRST, cube.getUpdated().orElseThrow());
        assertEquals(
                VALUES,
                cube.asMap().entrySet().stream()
                        .filter(cell -> Objects.nonNull(cell.getValue()))
                        .collect(Collectors.toMap(
                                cell -> "%s %s %s"
                                        .formatted(
                                                cell.getKey().get(1),
                                                cell.getKey().get(2),
                                                cell.getKey().get(0)),
                                cell -> cell.getValue().toString())));
    }

    private static boolean fits(String cell, JsonNode datatype) {
        return switch (datatype.get("base").asText()) {
            case "integer" -> cell.matches("-?[0-9]+");
            case "gYearMonth" -> cell.matches("[0-9]{4}-(0[1-9]|1[0-2])");
            case "string" -> cell.matches(datatype.get("format").asText());
            default -> false;
        };
    }

    /** By territory, period and code, those that are there. */
    private static Map<String, String> values(List<NamedCsvRecord> rows) {
        Map<String, String> values = new TreeMap<>();
        rows.stream()
                .filter(row -> !row.getField("OBS_VALUE").isEmpty())
                .forEach(row -> values.put(
                        String.join(
                                " ",
                                row.getField("REF_AREA"),
                                row.getField("TIME_PERIOD"),
                                row.getField("CRIME_CLASS")),
                        row.getField("OBS_VALUE")));
        return values;
    }

    private List<NamedCsvRecord> csv(String format, char delimiter) {
        return CsvReader.builder().fieldSeparator(delimiter).ofNamedCsvRecord(file(format)).stream()
                .toList();
    }

    private String file(String format) {
        return Caller.reader()
                .queryParam("format", format)
                .get("/v1/datasets/{id}/observations", history.dataset())
                .asString();
    }
}
