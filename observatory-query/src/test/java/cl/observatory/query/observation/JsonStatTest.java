package cl.observatory.query.observation;

import static cl.observatory.query.History.FIRST;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.query.Caller;
import cl.observatory.query.History;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A slice as a cube in JSON-stat 2.0. */
@QuarkusTest
@WithTestResource(Servers.class)
class JsonStatTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyCellIsAtItsPlaceInTheCube() throws IOException {
        try (History history = History.ofCases()) {
            history.full(
                    FIRST,
                    List.of(
                            Row.of("13101", "2024-01", "40101", 3),
                            Row.of("13101", "2024-03", "40101", 5),
                            new Row("13101", "2024-03", "40102", 7L, "P"),
                            Row.missing("01101", "2024-02", "40102", "Q"),
                            Row.of("01101", "2024-03", "40101", 0)));

            JsonNode cube = ask(history.dataset(), Map.of());

            assertEquals(
                    Map.of(
                            "40101|01101|2024-03", "0 A",
                            "40101|13101|2024-01", "3 A",
                            "40101|13101|2024-03", "5 A",
                            "40102|01101|2024-02", "null Q",
                            "40102|13101|2024-03", "7 P"),
                    cells(cube));
            assertEquals(List.of("01101", "13101"), texts(cube.at("/dimension/REF_AREA/category/index")));
            assertEquals(
                    "Tráfico",
                    cube.at("/dimension/CRIME_CLASS/category/label/40101").asText());
            assertEquals(
                    "CASES",
                    cube.at("/dimension/MEASURE/category/unit/" + history.dataset() + "/label")
                            .asText());
            assertEquals("REF_AREA", cube.at("/role/geo/0").asText());
            assertEquals("TIME_PERIOD", cube.at("/role/time/0").asText());
            assertTrue(cube.at("/extension/synthetic").asBoolean());
        }
    }

    @Test
    void yearsOfRegionsAndFiltersHaveACubeOfTheirOwn() throws IOException {
        try (History history = History.ofCases()) {
            history.full(
                    FIRST,
                    List.of(
                            Row.of("13101", "2023-01", "40101", 3),
                            Row.of("13127", "2024-01", "40101", 5),
                            Row.of("13127", "2024-01", "40102", 9)));

            JsonNode cube = ask(
                    history.dataset(),
                    Map.of("level", "region", "period", "2022..2025", "dimension", "CRIME_CLASS:40101"));

            Map<String, String> cells = cells(cube);
            assertEquals(List.of("40101|13|2023", "40101|13|2024"), List.copyOf(cells.keySet()));
            assertTrue(cells.get("40101|13|2023").startsWith("3 "), cells::toString);
        }
    }

    @Test
    void everyCellOfAProvisionalReleaseHasItsStatus() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String area : List.of("01101", "01107", "08101", "08102", "13101", "13127", "13203", "16101")) {
            for (int month = 0; month < 1_200; month++) {
                rows.add(new Row(
                        area, "%04d-%02d".formatted(1900 + month / 12, month % 12 + 1), "40101", (long) month, "P"));
            }
        }
        try (History history = History.ofCases()) {
            history.full(FIRST, rows);

            Map<String, String> cells = cells(ask(history.dataset(), Map.of()));

            assertEquals(rows.size(), cells.size());
            rows.forEach(row -> assertEquals(
                    row.value() + " P", cells.get("40101|" + row.area() + "|" + row.period()), row::toString));
        }
    }

    @Test
    void nothingIsACubeToo() throws IOException {
        try (History history = History.ofCases()) {
            history.full(FIRST, List.of(Row.of("13101", "2024-01", "40101", 3)));

            assertEquals(Map.of(), cells(ask(history.dataset(), Map.of("within", "08"))));
            assertEquals(Map.of(), cells(ask(history.dataset(), Map.of("period", "1999"))));
        }
    }

    private static JsonNode ask(String dataset, Map<String, String> filters) throws IOException {
        Response answer = Caller.reader()
                .queryParams(filters)
                .queryParam("format", "json-stat")
                .get("/v1/datasets/{id}/observations", dataset);
        answer.then().statusCode(200).header("Content-Type", equalTo("application/json"));
        JsonNode cube = JSON.readTree(answer.asString());
        assertEquals("2.0", cube.get("version").asText());
        assertEquals("dataset", cube.get("class").asText());
        return cube;
    }

    /** Value and status by codes, as the specification says: places are counted with the last dimension fastest. */
    private static Map<String, String> cells(JsonNode cube) {
        List<String> ids = texts(cube.get("id"));
        List<List<String>> codes = ids.stream()
                .map(id -> texts(cube.at("/dimension/" + id + "/category/index")))
                .toList();
        assertEquals(codes.stream().map(List::size).toList(), JSON.convertValue(cube.get("size"), List.class));
        Map<String, String> cells = new TreeMap<>();
        for (Map.Entry<String, JsonNode> value : cube.get("value").properties()) {
            long place = Long.parseLong(value.getKey());
            List<String> names = new ArrayList<>();
            for (int i = codes.size() - 1; i >= 0; i--) {
                names.addFirst(codes.get(i).get((int) (place % codes.get(i).size())));
                place /= codes.get(i).size();
            }
            assertEquals(0, place);
            cells.put(
                    String.join("|", names.subList(0, names.size() - 1)),
                    value.getValue() + " "
                            + cube.get("status").path(value.getKey()).asText("A"));
        }
        return cells;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
