package cl.observatory.query.structure;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher;
import cl.observatory.query.Servers;
import cl.observatory.query.Surveys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Structure queries of SDMX REST 2. */
@QuarkusTest
@WithTestResource(Servers.class)
class StructureResourceTest {

    private static final Pattern REFERENCE = Pattern.compile("urn:sdmx:[a-z.]+infomodel\\.([^\"]+)");

    private static String defined(DatasetDefined dataset) {
        try (Publisher publisher = new Publisher()) {
            publisher.territories();
            publisher.classes();
            publisher.define(dataset);
        }
        Caller.awaitFound("/v1/datasets/{id}", dataset.id());
        Caller.awaitFound("/v1/territories/{code}", "13101");
        Caller.awaitFound("/v1/classifications/{scheme}/codes", "CEAD-2024");
        return dataset.id().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    @Test
    void dataFlowNamesItsStructure() {
        String flow = defined(Publisher.cases(Publisher.unique("cases")));

        ask("dataflow/OBS_CL/" + flow + "/1.0.0")
                .then()
                .header("Content-Type", equalTo("application/vnd.sdmx.structure+json;version=2.0.0"))
                .body("data.dataflows.id", equalTo(List.of(flow)))
                .body("data.dataflows[0].agencyID", equalTo("OBS_CL"))
                .body(
                        "data.dataflows[0].structure",
                        equalTo("urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=OBS_CL:" + flow + "(1.0.0)"))
                .body("data.dataStructures", nullValue());
    }

    @Test
    void allDataFlowsAreListed() {
        String flow = defined(Publisher.cases(Publisher.unique("cases")));
        String other = defined(Surveys.dataset("ESTIMATE", "PERCENT", 2));

        ask("dataflow/*/*/*").then().body("data.dataflows.id", hasItem(flow)).body("data.dataflows.id", hasItem(other));
    }

    @Test
    void structureHasTheDimensionsInTheOrderOfKeys() {
        String flow = defined(Publisher.cases(Publisher.unique("cases")));

        JsonPath structure = ask("datastructure/OBS_CL/" + flow + "/+").jsonPath();

        String components = "data.dataStructures[0].dataStructureComponents.";
        assertEquals(
                List.of("FREQ", "REF_AREA", "CRIME_CLASS"),
                structure.getList(components + "dimensionList.dimensions.id"));
        assertEquals(List.of(0, 1, 2), structure.getList(components + "dimensionList.dimensions.position", int.class));
        assertEquals("TIME_PERIOD", structure.getString(components + "dimensionList.timeDimension.id"));
        assertEquals(List.of("OBS_VALUE"), structure.getList(components + "measureList.measures.id"));
        assertEquals(
                List.of("UNIT_MEASURE", "UNIT_MULT", "DECIMALS", "OBS_STATUS", "CONF_STATUS"),
                structure.getList(components + "attributeList.attributes.id"));
    }

    @Test
    void descendantsHaveEverythingThatIsReferredTo() {
        String flow = defined(Publisher.cases(Publisher.unique("cases")));

        Response answer = ask("dataflow/OBS_CL/" + flow + "/1.0.0?references=descendants");

        Set<String> known = new HashSet<>();
        JsonPath data = answer.jsonPath();
        known.add("datastructure.DataStructure=OBS_CL:" + flow + "(1.0.0)");
        assertEquals(List.of(flow), data.getList("data.dataStructures.id"));
        data.getList("data.codelists.id").forEach(id -> known.add("codelist.Codelist=OBS_CL:" + id + "(1.0.0)"));
        data.getList("data.conceptSchemes[0].concepts.id")
                .forEach(id -> known.add("conceptscheme.Concept=OBS_CL:CONCEPTS(1.0.0)." + id));
        Set<String> referred = REFERENCE
                .matcher(answer.asString())
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
        assertTrue(known.containsAll(referred), () -> referred + " of " + known);
        assertTrue(referred.contains("codelist.Codelist=OBS_CL:CL_CEAD_2024(1.0.0)"));
        assertTrue(data.getList("data.codelists.find { it.id == 'CL_CEAD_2024' }.codes.id")
                .contains("40101"));
        assertEquals(
                "131",
                data.getString(
                        "data.codelists.find { it.id == 'CL_REF_AREA' }.codes.find { it.id == '13101' }.parent"));
    }

    @ParameterizedTest
    @CsvSource({
        "dataflow, none, dataflows",
        "dataflow, children, dataflows dataStructures",
        "dataflow, all, dataflows dataStructures conceptSchemes codelists",
        "datastructure, none, dataStructures",
        "datastructure, children, dataStructures conceptSchemes codelists",
        "datastructure, all, dataStructures dataflows conceptSchemes codelists"
    })
    void referencesComeAsFarAsTheyAreAskedFor(String artefact, String references, String told) {
        String flow = defined(Surveys.dataset("ESTIMATE", "PERCENT", 2));

        ask(artefact + "/OBS_CL/" + flow + "/1.0.0?references=" + references)
                .then()
                .body("data.keySet()", containsInAnyOrder((Object[]) told.split(" ")));
    }

    @Test
    void whatIsNotThereIsNotFoundAndWhatIsNoReferenceIsNamed() {
        Caller.reader()
                .get("/v1/structure/dataflow/OBS_CL/NOTHING/1.0.0")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_DATASET"));
        Caller.reader()
                .get("/v1/structure/dataflow/OBS_CL/NOTHING/1.0.0?references=everything")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("references"));
    }

    private static Response ask(String path) {
        Response answer = Caller.reader().urlEncodingEnabled(false).get("/v1/structure/" + path);
        answer.then().statusCode(200);
        return answer;
    }
}
