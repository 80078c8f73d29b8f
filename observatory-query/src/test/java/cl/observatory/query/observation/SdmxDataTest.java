package cl.observatory.query.observation;

import static cl.observatory.query.History.FIRST;
import static cl.observatory.query.History.SECOND;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.query.Caller;
import cl.observatory.query.History;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data queries of SDMX REST 2. */
@QuarkusTest
@WithTestResource(Servers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SdmxDataTest {

    private static final String FLOWS = "/v1/data/dataflow/";

    private History history;
    private String flow;

    /** Once: the address of the service is known with the first test. */
    @BeforeEach
    void publish() {
        if (history != null) {
            return;
        }
        history = History.ofCases();
        flow = SdmxMessage.flow(history.dataset());
        List<Row> rows = List.of(
                Row.of("01101", "2023-12", "40101", 1),
                Row.of("13101", "2023-12", "40101", 2),
                new Row("13101", "2024-01", "40101", 3L, "P"),
                Row.missing("13101", "2024-02", "40101", "Q"),
                Row.of("13127", "2024-01", "40102", 5));
        history.full(FIRST, rows.subList(0, 4));
        history.full(SECOND, rows);
    }

    @AfterAll
    void close() {
        history.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "M.13101.40101               |                                | 2023-12 2024-01 2024-02",
                "M.13127                     |                                | 2024-01",
                "*.13101,*.13127             |                                | 2023-12 2024-01 2024-02 2024-01",
                "M.*.40102                   |                                | 2024-01",
                "*                           | c[CRIME_CLASS]=40102           | 2024-01",
                "M.13101                     | c[CRIME_CLASS]=eq:40101        | 2023-12 2024-01 2024-02",
                "*                           | c[REF_AREA]=13101,01101        | 2023-12 2023-12 2024-01 2024-02",
                "M.13101                     | c[TIME_PERIOD]=2024-01         | 2024-01",
                "M.13101                     | c[TIME_PERIOD]=ge:2024         | 2024-01 2024-02",
                "M.13101                     | c[TIME_PERIOD]=gt:2023+lt:2024-02 | 2024-01",
                "M.13101                     | c[TIME_PERIOD]=le:2023         | 2023-12",
                "A.13101                     |                                | 2023 2024",
                "A.13.40101                  | c[TIME_PERIOD]=2023            | 2023",
                "*                           | asOf=2025-03-15T00:00:00Z      | 2023-12 2023-12 2024-01 2024-02",
                "*                           | updatedAfter=2025-03-15T00:00:00Z | 2024-01"
            })
    void keysAndFiltersSelectObservations(String key, String query, String periods) throws IOException {
        JsonNode message = SdmxMessage.of(ask(key, query));

        assertEquals(
                List.of(periods.split(" ")),
                SdmxMessage.observations(message).keySet().stream()
                        .map(each -> each.substring(each.lastIndexOf('.') + 1))
                        .toList());
    }

    @Test
    void bothFormsTellTheSame() throws IOException {
        Map<String, String> told = SdmxMessage.observations(SdmxMessage.of(ask("*", null)));

        Response csv = Caller.reader()
                .accept("application/vnd.sdmx.data+csv;version=2.0.0")
                .get(FLOWS + "OBS_CL/{flow}/1.0.0", flow);
        csv.then().statusCode(200).header("Content-Type", equalTo("application/vnd.sdmx.data+csv;version=2.0.0"));
        Map<String, String> lines = new TreeMap<>();
        csv.asString()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(line -> lines.put(
                        String.join(".", line[3], line[4], line[5], line[6]),
                        "[%s, %s, %s]".formatted(line[7].equals("NaN") ? "null" : line[7], line[8], line[9])));
        assertEquals(lines, told);
        assertEquals("[null, Q, C]", told.get("M.13101.40101.2024-02"));
    }

    @Test
    void observationsCanStandAlone() throws IOException {
        JsonNode alone = SdmxMessage.of(ask("*", "dimensionAtObservation=AllDimensions"));

        assertEquals(SdmxMessage.observations(SdmxMessage.of(ask("*", null))), SdmxMessage.observations(alone));
        assertTrue(alone.at("/data/dataSets/0/series").isMissingNode());
        assertTrue(alone.at("/data/structures/0/dimensions/series").isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attributes=none                 | [3]",
                "attributes=obs                  | [3, P, F]",
                "attributes=OBS_STATUS,DECIMALS  | [3, P]",
                "measures=none&attributes=obs    | [P, F]",
                "measures=OBS_VALUE&attributes=dataset | [3]",
                "measures=none&attributes=none   | []"
            })
    void componentsAreThoseThatAreAskedFor(String query, String observation) throws IOException {
        Map<String, String> told = SdmxMessage.observations(SdmxMessage.of(ask("M.13101.40101", query)));

        assertEquals(observation, told.get("M.13101.40101.2024-01"));
        String csv = Caller.reader()
                .urlEncodingEnabled(false)
                .get(FLOWS + "OBS_CL/" + flow + "/*/M.13101.40101?format=sdmx-csv&" + query)
                .asString();
        assertEquals(query.contains("measures=none"), !csv.contains("OBS_VALUE"));
        assertEquals(query.contains("DECIMALS") || query.contains("dataset"), csv.contains("DECIMALS"));
    }

    @ParameterizedTest
    @CsvSource({
        "OBS_CL, 1.0.0, 200",
        "OBS_CL, 1.0, 200",
        "OBS_CL, +, 200",
        "OBS_CL, ~, 200",
        "*, *, 200",
        "OBS_CL, 1.0+.0, 200",
        "OBS_CL, 2.0.0, 404",
        "ECB, 1.0.0, 404",
        "OBS_CL, newest, 404"
    })
    void flowIsFoundByItsAgencyAndVersion(String agency, String version, int status) {
        Caller.reader()
                .urlEncodingEnabled(false)
                .get(FLOWS + agency + "/" + flow + "/" + version + "/M.13101")
                .then()
                .statusCode(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "M.13101.40101.2024       |                                | key                    | NOT_A_KEY",
                "M.13101+13127            |                                | key                    | NOT_A_KEY",
                "M.13101.40101,M.13127.40102 |                             | key                    | NOT_ALL_COMBINATIONS",
                "M.*,M.13127              |                                | key                    | NOT_ALL_COMBINATIONS",
                "Q.13101                  |                                | key                    | FREQUENCY_NOT_AVAILABLE",
                "M.SANTIAGO               |                                | key                    | NOT_A_TERRITORY_CODE",
                "M.13101                  | c[REF_AREA]=13127              | c[REF_AREA]            | DIMENSION_TWICE",
                "*                        | c[OBS_VALUE]=ge:5              | c[OBS_VALUE]           | NOT_A_COMPONENT",
                "*                        | c[CRIME_CLASS]=ne:40101        | c[CRIME_CLASS]         | NOT_CODES",
                "*                        | c[TIME_PERIOD]=2023,2024       | c[TIME_PERIOD]         | NOT_A_TIME_FILTER",
                "*                        | c[TIME_PERIOD]=ge:2025+le:2020 | c[TIME_PERIOD]         | NOT_A_TIME_FILTER",
                "A                        | c[TIME_PERIOD]=ge:2024-01      | c[TIME_PERIOD]         | NOT_A_TIME_FILTER",
                "*                        | includeHistory=true            | includeHistory         | HISTORY_NOT_SERVED",
                "*                        | dimensionAtObservation=REF_AREA | dimensionAtObservation | NOT_ONE_OF",
                "*                        | attributes=TITLE               | attributes             | NOT_ONE_OF",
                "*                        | measures=MEDIAN                | measures               | NOT_ONE_OF",
                "*                        | format=csv                     | format                 | NOT_ONE_OF",
                "*                        | asOf=yesterday                 | asOf                   | NOT_AN_INSTANT"
            })
    void whatCannotBeAnsweredIsNamed(String key, String query, String parameter, String code) {
        ask(key, query)
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_QUESTION"))
                .body("errors[0].parameter", equalTo(parameter))
                .body("errors[0].code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource({"M.08101, 204", "M.13101.99999, 204"})
    void nothingIsNoContent(String key, int status) {
        Response answer = ask(key, null);

        answer.then().statusCode(status);
        assertEquals("", answer.asString());
    }

    @ParameterizedTest
    @CsvSource({
        "application/vnd.sdmx.data+json;version=2.0.0, 200, application/vnd.sdmx.data+json;version=2.0.0",
        "application/vnd.sdmx.data+json;version=2.0.0+, 200, application/vnd.sdmx.data+json;version=2.0.0",
        "application/vnd.sdmx.data+csv, 200, application/vnd.sdmx.data+csv;version=2.0.0",
        "*/*, 200, application/vnd.sdmx.data+json;version=2.0.0",
        "application/vnd.sdmx.data+json;version=1.0.0, 406, application/problem+json",
        "application/vnd.sdmx.genericdata+xml;version=2.1, 406, application/problem+json"
    })
    void formIsTheOneThatTheCallerAccepts(String accept, int status, String mediaType) {
        Caller.reader()
                .accept(accept)
                .get(FLOWS + "OBS_CL/{flow}/1.0.0/M.13101", flow)
                .then()
                .statusCode(status)
                .header("Content-Type", equalTo(mediaType));
    }

    private Response ask(String key, String query) {
        return Caller.reader()
                .urlEncodingEnabled(false)
                .get(FLOWS + "OBS_CL/" + flow + "/1.0.0/" + key + (query == null ? "" : "?" + query));
    }
}
