package cl.observatory.ingest.masking;

import static cl.observatory.ingest.masking.RestrictedDataset.BY_CLASS;
import static cl.observatory.ingest.masking.RestrictedDataset.definition;
import static cl.observatory.ingest.masking.RestrictedDataset.plan;
import static cl.observatory.ingest.masking.RestrictedDataset.table;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Definitions;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import cl.observatory.ingest.Topic;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class RestrictedImportsTest {

    /** Region 13 has few cases of 40102 in January, of two communes; everything else has many. */
    private static final String FIRST = """
            13101,2024-01,40101,61234
            13102,2024-01,40101,71234
            13101,2024-01,40102,31234
            13102,2024-01,40102,11117
            05101,2024-01,40101,81234
            05101,2024-01,40102,91234
            13101,2024-02,40101,65432
            05101,2024-02,40101,75432
            """;

    @Test
    void aTableAddsUpAndHidesSmallNumbersWithCompanions() {
        // Given
        RestrictedDataset dataset = RestrictedDataset.define();
        // When
        String imported = dataset.publish(FIRST);
        // Then
        List<String> rows = dataset.rows(imported, "by-class");
        assertTrue(rows.contains("13|2024-01|40102||Q"), () -> rows.toString());
        assertTrue(rows.contains("13|2024-02|40101|65432|P"), () -> rows.toString());
        assertEquals(10, rows.size(), () -> rows.toString());
        long ofJanuary = rows.stream()
                .filter(row -> row.contains("2024-01") && row.endsWith("|Q"))
                .count();
        // one companion in its region, and two in the other or above
        assertTrue(ofJanuary >= 2, () -> rows.toString());
        Cases.get(imported)
                .body(
                        "tables.dataset",
                        contains(dataset.table("by-class"), dataset.table("by-year"), dataset.table("of-country")))
                .body("tables.find { it.dataset.endsWith('by-class') }.cells", equalTo(10))
                .body("tables.find { it.dataset.endsWith('by-class') }.hiddenSmall", equalTo(1))
                .body("tables.find { it.dataset.endsWith('by-class') }.revealing", equalTo(0))
                .body("tables.publication.sequence", contains(1, 1, 1))
                .body("publication", nullValue());
    }

    @Test
    void noHiddenNumberReachesTheBroker() {
        // Given
        RestrictedDataset dataset = RestrictedDataset.define();
        // When
        String imported = dataset.publish(FIRST);
        for (String table : List.of("by-class", "by-year", "of-country")) {
            Topic.eventsUntil(
                    Topics.RELEASES, dataset.table(table), event -> event.type().equals(ReleasePublished.TYPE));
        }
        // Then
        Set<String> numbers = Broker.numbers();
        assertTrue(numbers.contains("65432"));
        List.of("31234", "11117", "42351", "61234", "71234")
                .forEach(hidden -> assertFalse(numbers.contains(hidden), hidden));
        assertEquals(
                0, Store.number("select count(*) from release_batch where release_id = ?", UUID.fromString(imported)));
    }

    @Test
    void onlyTheTablesAreToldOfAndNobodyAddsThemUp() {
        // When
        RestrictedDataset dataset = RestrictedDataset.define();
        // Then
        assertEquals(List.of(), Store.outbox(dataset.id()));
        Event told = Store.outbox(dataset.table("by-class")).getFirst();
        DatasetDefined defined = told.data(DatasetDefined.class);
        assertEquals("region", defined.level());
        assertFalse(defined.addsUp());
        assertEquals(List.of(new DatasetDefined.Dimension("CRIME_CLASS", "CEAD-2024")), defined.dimensions());
    }

    @Test
    void aCellOnceHiddenStaysHidden() {
        // Given
        RestrictedDataset dataset = RestrictedDataset.define();
        dataset.publish(FIRST);
        // When
        String later = dataset.publish(FIRST.replace("31234", "431234"));
        // Then
        List<String> rows = dataset.rows(later, "by-class");
        assertTrue(rows.contains("13|2024-01|40102||Q"), () -> rows.toString());
        assertFalse(Broker.numbers().contains("442351"));
        Cases.get(later).body("tables.publication.sequence", contains(2, 2, 2));
    }

    @Test
    void aHiddenCellThatIsNotSentAgainIsStillThere() {
        // Given
        RestrictedDataset dataset = RestrictedDataset.define();
        dataset.publish(FIRST);
        // When
        String later = dataset.publish(FIRST.replace("13101,2024-01,40102,31234\n13102,2024-01,40102,11117\n", ""));
        // Then
        List<String> rows = dataset.rows(later, "by-class");
        assertTrue(rows.contains("13|2024-01|40102||Q"), () -> rows.toString());
    }

    @Test
    void aCellThatBecomesSmallIsNotToldByWhatWasShownBefore() {
        // Given: everything is shown
        RestrictedDataset dataset = RestrictedDataset.define();
        String first = dataset.publish(FIRST.replace("31234", "331234"));
        assertFalse(dataset.rows(first, "by-class").stream().anyMatch(row -> row.endsWith("|Q")));
        // When
        String later = dataset.publish(FIRST);
        // Then: what did not change protects nothing, so that what changed is hidden, up to the country
        List<String> rows = dataset.rows(later, "by-class");
        assertTrue(rows.contains("13|2024-01|40102||Q"), () -> rows.toString());
        assertTrue(rows.contains("13|2024-01|_T||Q"), () -> rows.toString());
        assertTrue(dataset.rows(later, "of-country").contains("CL|2024-01|40102||Q"));
        assertTrue(dataset.rows(later, "by-year").contains("13|2024||Q"));
        Cases.get(later).body("tables.revealing", contains(0, 0, 0));
    }

    @Test
    void oneImportAfterTheOtherIsDecided() {
        // Given
        RestrictedDataset dataset = RestrictedDataset.define();
        String waiting = dataset.take(FIRST);
        // When
        dataset.send(FIRST.replace("61234", "61235")).statusCode(409).body("code", equalTo("IMPORT_PENDING"));
        Cases.decide(Caller.approver(), waiting, "REJECT").statusCode(200);
        // Then
        dataset.send(FIRST.replace("61234", "61235")).statusCode(202);
    }

    @Test
    void aTableWithdrawnForDisclosureTakesItsSourceAlong() {
        // Given
        RestrictedDataset dataset = RestrictedDataset.define();
        String imported = dataset.publish(FIRST);
        // When
        Cases.withdraw(dataset.release(imported, "by-class"), "DISCLOSURE").statusCode(200);
        // Then
        UUID id = UUID.fromString(imported);
        assertEquals(0, Store.number("select count(*) from import_source where import_id = ?", id));
        assertEquals(List.of(), dataset.rows(imported, "by-class"));
        assertFalse(dataset.rows(imported, "of-country").isEmpty());
    }

    @Test
    void aTotalBesideItsPartsIsRefused() {
        // Given
        RestrictedDataset dataset = RestrictedDataset.define();
        // When
        dataset.send(FIRST + "13101,2024-02,4,99999\n")
                // Then
                .statusCode(422)
                .body("code", equalTo("MASK_IMPOSSIBLE"))
                .body("errors.code", hasItem("TOTAL_WITH_PARTS"));
    }

    @Test
    void aValidationShowsHowMuchWouldBeHidden() {
        // Given
        RestrictedDataset dataset = RestrictedDataset.define();
        // When
        Cases.csv(Caller.steward())
                .queryParam("profile", Cases.PROFILE)
                .queryParam("mode", "validate")
                .body((Cases.HEADER + FIRST).getBytes(StandardCharsets.UTF_8))
                .post("/v1/datasets/{id}/imports", Map.of("id", dataset.id()))
                // Then
                .then()
                .statusCode(200)
                .body("tables.hiddenSmall", hasItem(1));
        assertEquals(
                0, Store.number("select count(*) from masked_table where dataset_id = ?", dataset.table("by-class")));
    }

    @Test
    void anIndicatorMayCountTheTotalOfATable() {
        RestrictedDataset dataset = RestrictedDataset.define();
        Caller.steward()
                .contentType(ContentType.JSON)
                .body("""
                        {"labels": {"es": "Casos", "en": "Cases"}, "description": {"es": "Todos", "en": "All"},
                         "type": "COUNT", "numerator": {"dataset": "%s", "filters": {"CRIME_CLASS": ["_T"]}},
                         "unit": "CASES", "direction": "AMBIGUOUS", "proxy": false}
                        """.formatted(dataset.table("by-class")))
                .put(
                        "/v1/indicators/{code}",
                        "T_" + dataset.id().replace('-', '_').toUpperCase(Locale.ROOT))
                .then()
                .statusCode(200);
    }

    @Test
    void aTableTakesNoFiles() {
        RestrictedDataset dataset = RestrictedDataset.define();
        Cases.post("/v1/datasets/" + dataset.table("by-class") + "/profiles", Definitions.profile(Cases.PROFILE))
                .statusCode(409)
                .body("code", equalTo("DATASET_IS_TABLE"));
    }

    @Test
    void theSameDefinitionGivesTheSameAnswerAndAnotherPlanIsAnotherOne() {
        String id = Definitions.newId();
        Cases.post("/v1/datasets", definition(id, plan(BY_CLASS)))
                .statusCode(201)
                .body("disclosure", equalTo("RESTRICTED"))
                .body("plan.tables.id", contains("by-class"));
        Cases.post("/v1/datasets", definition(id, plan(BY_CLASS)))
                .statusCode(201)
                .body("plan", notNullValue());
        Cases.post("/v1/datasets", definition(id, plan(BY_CLASS).replace("true", "false")))
                .statusCode(409)
                .body("code", equalTo("DATASET_DIFFERS"));
        Cases.post("/v1/datasets", Definitions.cases(id)).statusCode(409);
    }

    @Test
    void aPlanIsCheckedWhenItIsDefined() {
        String cells = "\"REF_AREA\", \"TIME_PERIOD\"";
        Cases.post(
                        "/v1/datasets",
                        definition(
                                Definitions.newId(),
                                plan(
                                        table("a", "\"REF_AREA\"", ""),
                                        table("a", cells + ", \"SEX\"", ""),
                                        table("b", "\"TIME_PERIOD\"", ", \"level\": \"region\""),
                                        table("c", cells, ", \"level\": \"district\""))))
                .statusCode(400)
                .body(
                        "errors.code",
                        hasItems(
                                "TABLE_WITHOUT_PERIODS",
                                "TABLE_TAKEN",
                                "DIMENSION_UNKNOWN",
                                "TABLE_WITHOUT_AREAS",
                                "TABLE_TOO_FINE"));
        Cases.post("/v1/datasets", definition(Definitions.newId(), "null"))
                .statusCode(400)
                .body("errors.code", hasItem("PLAN_MISSING"));
        Cases.post(
                        "/v1/datasets",
                        definition(Definitions.newId(), plan(BY_CLASS)).replace("RESTRICTED", "SOURCE_PUBLIC"))
                .statusCode(400)
                .body("errors.code", hasItem("PLAN_OF_PUBLIC"));
    }

    @Test
    void tablesThatCloseACircleAreRefused() {
        String dimensions = "{\"id\": \"CRIME_CLASS\", \"scheme\": \"CEAD-2024\"}";
        String cyclic = definition(
                        Definitions.newId(),
                        plan(
                                table("one", "\"REF_AREA\", \"TIME_PERIOD\", \"CRIME_CLASS\"", ""),
                                table("two", "\"REF_AREA\", \"TIME_PERIOD\", \"OTHER\"", ""),
                                table("three", "\"TIME_PERIOD\", \"CRIME_CLASS\", \"OTHER\"", "")))
                .replace(dimensions, dimensions + ", {\"id\": \"OTHER\", \"scheme\": \"ICCS-1.0\"}");
        Cases.post("/v1/datasets", cyclic).statusCode(400).body("errors.code", contains("PLAN_CYCLIC"));
    }
}
