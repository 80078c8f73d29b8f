package cl.observatory.query.observation;

import static cl.observatory.query.History.FIRST;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.query.Caller;
import cl.observatory.query.History;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import cl.observatory.query.Surveys;
import cl.observatory.query.Surveys.Cell;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of a slice beside JSON and CSV, and what tells of the columns of the CSV. */
@QuarkusTest
@WithTestResource(Servers.class)
class FileFormsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<Row> ROWS = List.of(
            Row.of("13101", "2024-02", "40101", 3),
            Row.missing("13101", "2024-01", "40101", "O"),
            Row.missing("01101", "2024-01", "40102", "Q"),
            new Row("01101", "2024-02", "40101", 12L, "P"));

    @Test
    void everyLineOfNdjsonIsARow() throws IOException {
        try (History history = History.ofCases()) {
            history.full(FIRST, ROWS);

            Response file = ask(history.dataset(), "ndjson");

            file.then()
                    .header("Content-Type", equalTo("application/x-ndjson"))
                    .header("Content-Disposition", containsString(history.dataset() + "-1.ndjson"));
            try (MappingIterator<JsonNode> rows = JSON.readerFor(JsonNode.class).readValues(file.asString())) {
                assertEquals(
                        List.of(JSON.readTree("""
                                        {"REF_AREA":"01101","TIME_PERIOD":"2024-02","CRIME_CLASS":"40101","OBS_VALUE":12,
                                        "OBS_STATUS":"P"}"""), JSON.readTree("""
                                        {"REF_AREA":"13101","TIME_PERIOD":"2024-01","CRIME_CLASS":"40101","OBS_VALUE":null,
                                        "OBS_STATUS":"O"}"""), JSON.readTree("""
                                        {"REF_AREA":"13101","TIME_PERIOD":"2024-02","CRIME_CLASS":"40101","OBS_VALUE":3,
                                        "OBS_STATUS":"A"}"""), JSON.readTree("""
                                        {"REF_AREA":"01101","TIME_PERIOD":"2024-01","CRIME_CLASS":"40102","OBS_VALUE":null,
                                        "OBS_STATUS":"Q"}""")),
                        rows.readAll());
            }
        }
    }

    @Test
    void sdmxCsvNamesItsStructureAndWhatIsHidden() {
        try (History history = History.ofCases()) {
            history.full(FIRST, ROWS);
            String flow = "OBS_CL:" + history.dataset().toUpperCase(Locale.ROOT).replace('-', '_') + "(1.0.0)";

            ask(history.dataset(), "sdmx-csv")
                    .then()
                    .header("Content-Type", equalTo("application/vnd.sdmx.data+csv;version=2.0.0"))
                    .body(equalTo("""
                            STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,CRIME_CLASS,TIME_PERIOD,OBS_VALUE,OBS_STATUS,\
                            CONF_STATUS,UNIT_MEASURE,UNIT_MULT,DECIMALS
                            dataflow,{flow},I,M,01101,40101,2024-02,12,P,F,CASES,0,0
                            dataflow,{flow},I,M,13101,40101,2024-01,NaN,O,F,CASES,0,0
                            dataflow,{flow},I,M,13101,40101,2024-02,3,A,F,CASES,0,0
                            dataflow,{flow},I,M,01101,40102,2024-01,NaN,Q,C,CASES,0,0
                            """.replace("{flow}", flow).replace("\n", "\r\n")));
        }
    }

    @Test
    void estimatesBringTheirAttributesInEveryForm() {
        DatasetDefined dataset = Surveys.dataset("ESTIMATE", "PERCENT", 2);
        try (Publisher publisher = new Publisher()) {
            publisher.territories();
            Surveys.publish(
                    publisher,
                    dataset,
                    1,
                    List.of(Cell.of("13101", 2024, 850, 4L, 30L, 5L).between(842, 858), Cell.plain("13127", 2024, -5)));
            Caller.awaitRelease(dataset.id(), 1);

            String lines = ask(dataset.id(), "ndjson").asString();
            assertTrue(
                    lines.contains("\"OBS_VALUE\":8.50,\"OBS_STATUS\":\"A\",\"STD_ERR\":0.04,\"LOWER_CI\":8.42,"
                            + "\"UPPER_CI\":8.58,\"SAMPLE_SIZE\":30,\"DF\":5}"),
                    lines);
            assertTrue(lines.contains("\"OBS_VALUE\":-0.05,\"OBS_STATUS\":\"A\",\"STD_ERR\":null"), lines);
            String sdmx = ask(dataset.id(), "sdmx-csv").asString();
            assertTrue(sdmx.contains(",A,13101,2024,8.50,A,F,PT,0,2,0.04,8.42,8.58,30,5\r\n"), sdmx);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-ndjson, application/x-ndjson",
        "application/vnd.sdmx.data+csv;version=2.0.0, application/vnd.sdmx.data+csv",
        "'text/csv;q=0.5, application/x-ndjson', application/x-ndjson",
        "*/*, application/json"
    })
    void formIsTheOneThatTheCallerAccepts(String accept, String mediaType) {
        try (History history = History.ofCases()) {
            history.full(FIRST, ROWS);

            Caller.reader()
                    .accept(accept)
                    .get("/v1/datasets/{id}/observations", history.dataset())
                    .then()
                    .statusCode(200)
                    .header("Content-Type", containsString(mediaType));
        }
    }

    @Test
    void metadataTellWhatEachColumnOfTheFileIs() throws IOException {
        try (History history = History.ofCases()) {
            history.full(FIRST, ROWS);
            Response file = Caller.reader().accept("text/csv").get("/v1/datasets/{id}/observations", history.dataset());
            String metadata = "/v1/datasets/" + history.dataset() + "/csv-metadata";
            file.then()
                    .header(
                            "Link",
                            containsString("<" + metadata + ">; rel=\"describedby\"; type=\"application/csvm+json\""));

            Response told = Caller.reader().get(metadata);

            told.then().statusCode(200).header("Content-Type", equalTo("application/csvm+json"));
            JsonNode table = JSON.readTree(told.asString());
            assertEquals("http://www.w3.org/ns/csvw", table.get("@context").asText());
            List<JsonNode> columns =
                    List.copyOf(table.get("tableSchema").get("columns").findParents("name"));
            assertEquals(
                    List.of(file.asString().lines().findFirst().orElseThrow().split(",", -1)),
                    columns.stream()
                            .map(column -> column.get("titles").asText())
                            .toList());
            assertEquals(
                    Map.of("base", "gYearMonth"),
                    JSON.convertValue(columns.get(1).get("datatype"), Map.class));
            assertEquals("integer", columns.get(3).get("datatype").get("base").asText());
            assertEquals(
                    List.of("REF_AREA", "TIME_PERIOD", "CRIME_CLASS"),
                    JSON.convertValue(table.get("tableSchema").get("primaryKey"), List.class));
            assertNull(columns.get(2).get("propertyUrl"));
        }
    }

    @Test
    void quartersAndDecimalsHaveTheirOwnForms() throws IOException {
        DatasetDefined dataset = Publisher.cases(Publisher.unique("cases"), Frequency.Q, "CRIME_CLASS");
        JsonNode columns =
                JSON.valueToTree(CsvMetadata.of(dataset)).get("tableSchema").get("columns");

        assertEquals(
                "[0-9]{4}-Q[1-4]", columns.get(1).get("datatype").get("format").asText());
        JsonNode estimates = JSON.valueToTree(CsvMetadata.of(Surveys.dataset("ESTIMATE", "PERCENT", 2)))
                .get("tableSchema")
                .get("columns");
        assertEquals("0.00", estimates.get(2).get("datatype").get("format").asText());
        assertEquals("integer", estimates.get(7).get("datatype").get("base").asText());
    }

    private static Response ask(String dataset, String format) {
        Response answer = Caller.reader().queryParam("format", format).get("/v1/datasets/{id}/observations", dataset);
        answer.then().statusCode(200);
        return answer;
    }
}
