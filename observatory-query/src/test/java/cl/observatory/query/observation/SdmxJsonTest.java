package cl.observatory.query.observation;

import static cl.observatory.query.History.FIRST;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.query.Caller;
import cl.observatory.query.History;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import cl.observatory.query.Surveys;
import cl.observatory.query.Surveys.Cell;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A slice as a message in SDMX-JSON 2.0. */
@QuarkusTest
@WithTestResource(Servers.class)
class SdmxJsonTest {

    @Test
    void structureNamesWhatTheObservationsAreOf() throws IOException {
        try (History history = History.ofCases()) {
            history.full(
                    FIRST, List.of(Row.of("13101", "2024-01", "40101", 3), Row.of("13127", "2024-02", "40101", 5)));

            Response answer = ask(history.dataset(), Map.of(), "en");

            answer.then().header("Content-Disposition", containsString(history.dataset() + "-1.sdmx.json"));
            JsonNode message = SdmxMessage.of(answer);
            assertEquals("OBS_CL", message.at("/meta/sender/id").asText());
            assertEquals(FIRST.toString(), message.at("/meta/prepared").asText());
            assertTrue(message.at("/meta/test").asBoolean());
            JsonNode structure = message.at("/data/structures/0");
            assertEquals(
                    "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=OBS_CL:" + SdmxMessage.flow(history.dataset())
                            + "(1.0.0)",
                    structure.at("/links/0/urn").asText());
            assertEquals(structure.get("links"), message.at("/data/dataSets/0/links"));
            assertEquals(
                    "Monthly",
                    structure.at("/dimensions/dataSet/0/values/0/name").asText());
            JsonNode series = structure.at("/dimensions/series");
            assertEquals("REF_AREA", series.at("/0/id").asText());
            assertEquals("Tráfico", series.at("/1/values/0/names/es").asText());
            JsonNode time = structure.at("/dimensions/observation/0");
            assertEquals(3, time.get("keyPosition").asInt());
            assertEquals("2024-02-29T23:59:59Z", time.at("/values/1/end").asText());
            assertEquals(
                    "Suppressed",
                    structure.at("/attributes/observation/0/values/15/name").asText());
            assertEquals(
                    "CASES",
                    structure.at("/attributes/dataSet/0/values/0/value").asText());
            assertEquals(
                    Map.of("M.13101.40101.2024-01", "[3, A, F]", "M.13127.40101.2024-02", "[5, A, F]"),
                    SdmxMessage.observations(message));
        }
    }

    @Test
    void estimatesBringTheirAttributes() throws IOException {
        DatasetDefined dataset = Surveys.dataset("ESTIMATE", "PERCENT", 2);
        try (Publisher publisher = new Publisher()) {
            publisher.territories();
            Surveys.publish(
                    publisher,
                    dataset,
                    1,
                    List.of(Cell.of("13101", 2024, 850, 4L, 30L, 5L).between(842, 858), Cell.plain("13127", 2024, -5)));
            Caller.awaitRelease(dataset.id(), 1);

            Response answer = ask(dataset.id(), Map.of(), "es");

            assertTrue(answer.asString().contains("[8.50,0,0,0.04,8.42,8.58,30,5]"), answer.asString());
            assertEquals(
                    "[-0.05, A, F, null, null, null, null, null]",
                    SdmxMessage.observations(SdmxMessage.of(answer)).get("A.13127.2024"));
        }
    }

    @Test
    void nothingIsAMessageToo() throws IOException {
        try (History history = History.ofCases()) {
            history.full(FIRST, List.of(Row.of("13101", "2024-01", "40101", 3)));

            JsonNode message = SdmxMessage.of(ask(history.dataset(), Map.of("within", "08"), "es"));

            assertTrue(message.at("/data/structures").isEmpty());
            assertTrue(message.at("/data/dataSets").isArray());
            assertEquals(Map.of(), SdmxMessage.observations(message));
        }
    }

    private static Response ask(String dataset, Map<String, String> filters, String language) {
        return Caller.reader()
                .header("Accept-Language", language)
                .queryParams(filters)
                .queryParam("format", "sdmx-json")
                .get("/v1/datasets/{id}/observations", dataset);
    }
}
