package cl.observatory.ingest.dataset;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.Event;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.ingest.AtOnce;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Definitions;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Servers.class)
class DatasetsTest {

    @Test
    void definitionIsKeptAndTold() {
        // Given
        String id = Definitions.newId();

        // When
        ValidatableResponse answer = Cases.post("/v1/datasets", Definitions.cases(id));

        // Then
        answer.statusCode(201)
                .header("Location", "/v1/datasets/" + id)
                .body("id", equalTo(id))
                .body("title.es", equalTo("Casos sintéticos"))
                .body("dimensions[0].scheme", equalTo("CEAD-2024"))
                .body("synthetic", equalTo(true));
        List<Event> events = Store.outbox(id);
        assertEquals(1, events.size());
        assertEquals(DatasetDefined.TYPE, events.getFirst().type());
        DatasetDefined told = events.getFirst().data(DatasetDefined.class);
        assertEquals(id, told.id());
        assertEquals("Synthetic cases", told.title().en());
        assertEquals("CRIME_CLASS", told.dimensions().getFirst().id());
        assertEquals(answer.extract().path("definedAt"), told.definedAt().toString());
        assertEquals(
                "observatory.reference.v1",
                Store.query("select topic from outbox where subject = ?", row -> row.getString(1), id)
                        .getFirst());
    }

    @Test
    void sameDefinitionAgainChangesNothing() {
        // Given
        String id = Definitions.newId();
        ValidatableResponse first = Cases.post("/v1/datasets", Definitions.cases(id));
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse second = Cases.post("/v1/datasets", Definitions.cases(id));

        // Then
        Map<String, Object> answered = first.extract().path("");
        second.statusCode(201).body("", equalTo(answered));
        assertEquals(before, Store.contents());
    }

    @Test
    void otherDefinitionUnderTheSameIdIsRefused() {
        // Given
        String id = Definitions.newId();
        Cases.post("/v1/datasets", Definitions.cases(id)).statusCode(201);
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = Cases.post("/v1/datasets", Definitions.population(id));

        // Then
        answer.statusCode(409).contentType("application/problem+json").body("code", equalTo("DATASET_DIFFERS"));
        assertEquals(before, Store.contents());
    }

    @Test
    void manyWhoDefineTheSameAtOnceDefineItOnce() throws Exception {
        // Given
        String id = Definitions.newId();

        // When
        List<Integer> statuses = AtOnce.run(
                6,
                caller -> Cases.post("/v1/datasets", Definitions.cases(id))
                        .extract()
                        .statusCode());

        // Then
        assertEquals(List.of(201, 201, 201, 201, 201, 201), statuses);
        assertEquals(1, Store.outbox(id).size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"kind\": \"COUNT\"      | \"kind\": \"RATE\"               | MALFORMED_BODY  | /kind",
                "\"kind\": \"COUNT\",     | ``                               | INVALID_REQUEST | /kind",
                "\"level\": \"commune\"   | \"level\": \"barrio\"            | MALFORMED_BODY  | /level",
                "\"unit\": \"CASES\"      | \"unit\": \"cases\"              | INVALID_REQUEST | /unit",
                "\"decimals\": 0          | \"decimals\": -1                 | INVALID_REQUEST | /decimals",
                "\"decimals\": 0          | \"decimals\": 7                  | INVALID_REQUEST | /decimals",
                "\"decimals\": 0          | \"decimals\": \"none\"           | MALFORMED_BODY  | /decimals",
                "\"decimals\": 0          | \"decimals\": \"0\"              | MALFORMED_BODY  | /decimals",
                "\"decimals\": 0          | \"decimals\": 0.5                | MALFORMED_BODY  | /decimals",
                "\"publisher\": \"Nobody\" | \"publisher\": 5                | MALFORMED_BODY  | /source/publisher",
                "\"publisher\": \"Nobody\" | \"publisher\": 1.5              | MALFORMED_BODY  | /source/publisher",
                "\"publisher\": \"Nobody\" | \"publisher\": true             | MALFORMED_BODY  | /source/publisher",
                "\"decimals\": 0          | \"decimals\": 9999999999         | MALFORMED_BODY  | /decimals",
                "\"kind\": \"COUNT\"      | \"kind\": 0                      | MALFORMED_BODY  | /kind",
                "\"synthetic\": true      | \"synthetic\": \"true\"          | MALFORMED_BODY  | /synthetic",
                "\"synthetic\": true      | \"synthetic\": 1                 | MALFORMED_BODY  | /synthetic",
                "\"decimals\": 0          | \"decimals\": 2                  | DEFINITION_INVALID | /decimals",
                "\"frequency\": \"M\"     | \"frequency\": \"D\"             | MALFORMED_BODY  | /frequency",
                "\"synthetic\": true      | \"synthetic\": true, \"x\": 1    | MALFORMED_BODY  | /x",
                "\"publisher\": \"Nobody\", | ``                             | INVALID_REQUEST | /source/publisher",
                "\"publisher\": \"Nobody\" | \"publisher\": \"No\\u0000body\" | MALFORMED_BODY | /source/publisher",
                "\"publisher\": \"Nobody\" | \"publisher\": \"No\\ud800body\" | MALFORMED_BODY | /source/publisher",
                "https://example.org/cases | ftp://example.org/cases         | INVALID_REQUEST | /source/url",
                "\"es\": \"Casos sintéticos\" | \"es\": \" \"                | INVALID_REQUEST | /title/es",
                "\"scheme\": \"CEAD-2024\" | \"scheme\": \"CEAD-2023\"       | DEFINITION_INVALID | /dimensions/0/scheme",
                "\"id\": \"CRIME_CLASS\"  | \"id\": \"OBS_VALUE\"            | DEFINITION_INVALID | /dimensions/0/id",
                "\"id\": \"CRIME_CLASS\"  | \"id\": \"crime class\"          | INVALID_REQUEST | /dimensions/0/id",
                "\"id\": \"CRIME_CLASS\"  | \"id\": \"A/B~C\", \"y\": 1      | MALFORMED_BODY  | /dimensions/0/y"
            })
    void fieldThatCannotBeUsedIsNamed(String field, String instead, String code, String pointer) {
        // Given
        String definition = Definitions.cases(Definitions.newId());
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = Cases.post("/v1/datasets", definition.replace(field, instead));

        // Then
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("errors.pointer", hasItem(pointer));
        assertEquals(before, Store.contents());
    }

    @ParameterizedTest
    @ValueSource(strings = {"AB", "ab", "-abc", "abc-", "a--b", "abc_d", "ábc", "ABC", "a b c", ""})
    void idIsPartOfAddressesAndSoPlain(String id) {
        Cases.post("/v1/datasets", Definitions.cases(id)).statusCode(400).body("errors.pointer", hasItem("/id"));
    }

    @Test
    void idHasABound() {
        Cases.post("/v1/datasets", Definitions.cases("a".repeat(61))).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"id\": }", "\"x\"", "1", "{} {}", "\u0000"})
    void bodyThatIsNoDefinitionIsRefused(String body) {
        // Given
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = Cases.post("/v1/datasets", body);

        // Then
        answer.statusCode(400).contentType("application/problem+json");
        assertEquals(before, Store.contents());
    }

    /** Readers divide by a year's people; twelve months of them added up would make every rate twelve times too low. */
    @ParameterizedTest
    @CsvSource({"M,0,/frequency", "Q,0,/frequency", "S,0,/frequency", "A,1,/decimals"})
    void populationIsOneWholeNumberForEachYear(String frequency, int decimals, String pointer) {
        // Given
        String definition = Definitions.population(Definitions.newId())
                .replace("\"frequency\": \"A\"", "\"frequency\": \"%s\"".formatted(frequency))
                .replace("\"decimals\": 0", "\"decimals\": %d".formatted(decimals));

        // When
        ValidatableResponse answer = Cases.post("/v1/datasets", definition);

        // Then
        answer.statusCode(400)
                .body("code", equalTo("DEFINITION_INVALID"))
                .body("errors.size()", equalTo(1))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @CsvSource({"AMOUNT,,SUM", "AMOUNT,NONE,NONE", "INDEX,,NONE", "INDEX,NONE,NONE", "COUNT,,SUM", "COUNT,NONE,NONE"})
    void aggregationIsStatedOrThatOfTheKind(String kind, String stated, String aggregation) {
        // Given
        String id = Definitions.newId();
        String definition = Definitions.cases(id)
                .replace("\"COUNT\"", "\"%s\"".formatted(kind))
                .replace(
                        "\"synthetic\": true",
                        stated == null
                                ? "\"synthetic\": true"
                                : "\"synthetic\": true, \"aggregation\": \"%s\"".formatted(stated));

        // When
        ValidatableResponse answer = Cases.post("/v1/datasets", definition);

        // Then
        answer.statusCode(201).body("aggregation", equalTo(aggregation));
        assertEquals(
                aggregation,
                Store.outbox(id).getFirst().data(DatasetDefined.class).aggregation());
        Cases.post("/v1/datasets", definition).statusCode(201);
        assertEquals(1, Store.outbox(id).size());
    }

    @Test
    void estimateSaysWhatItEstimatesAndIsNeverAddedUp() {
        // Given
        String id = Definitions.newId();

        // When
        ValidatableResponse answer = Cases.post("/v1/datasets", Definitions.estimates(id));

        // Then
        answer.statusCode(201)
                .body("kind", equalTo("ESTIMATE"))
                .body("statistic", equalTo("PROPORTION"))
                .body("decimals", equalTo(4))
                .body("aggregation", equalTo("NONE"));
        DatasetDefined told = Store.outbox(id).getFirst().data(DatasetDefined.class);
        assertEquals("PROPORTION", told.statistic());
        assertEquals("NONE", told.aggregation());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"statistic\": \"PROPORTION\", | ``                                     | STATISTIC_MISSING",
                "\"ESTIMATE\"                   | \"INDEX\"                              | STATISTIC_WITHOUT_ESTIMATE",
                "\"synthetic\": true            | \"synthetic\": true, \"aggregation\": \"SUM\" | NEVER_ADDED_UP",
                "\"dimensions\": []             | \"dimensions\": [{\"id\": \"STD_ERR\", \"scheme\": \"CEAD-2024\"}] | DIMENSION_TAKEN"
            })
    void estimateThatContradictsItselfIsRefused(String field, String instead, String fault) {
        // Given
        String definition = Definitions.estimates(Definitions.newId());
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = Cases.post("/v1/datasets", definition.replace(field, instead));

        // Then
        answer.statusCode(400).body("code", equalTo("DEFINITION_INVALID")).body("errors.code", hasItem(fault));
        assertEquals(before, Store.contents());
    }

    @Test
    void peopleAlwaysAddUp() {
        // Given
        String definition = Definitions.population(Definitions.newId())
                .replace("\"synthetic\": true", "\"synthetic\": true, \"aggregation\": \"NONE\"");

        // When
        ValidatableResponse answer = Cases.post("/v1/datasets", definition);

        // Then
        answer.statusCode(400).body("errors.code", equalTo(List.of("POPULATION_ADDS_UP")));
    }

    /** Definitions that were stored before there was a choice. */
    @Test
    void definitionOfBeforeStaysTheSame() {
        // Given
        String id = Definitions.newId();
        Cases.post("/v1/datasets", Definitions.cases(id)).statusCode(201);
        Store.update("update dataset set definition = definition - 'aggregation' where id = ?", id);

        // When
        ValidatableResponse again = Cases.post("/v1/datasets", Definitions.cases(id));

        // Then
        again.statusCode(201).body("aggregation", equalTo("SUM"));
        assertEquals(1, Store.outbox(id).size());
    }

    @Test
    void bodyMeansOneThing() {
        // Given
        String definition = Definitions.cases(Definitions.newId());
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse twice =
                Cases.post("/v1/datasets", definition.replace("\"decimals\": 0", "\"decimals\": 0, \"decimals\": 0"));
        ValidatableResponse more = Cases.post("/v1/datasets", definition + "{}");

        // Then
        twice.statusCode(400).body("code", equalTo("MALFORMED_BODY"));
        more.statusCode(400).body("code", equalTo("MALFORMED_BODY"));
        assertEquals(before, Store.contents());
    }

    @Test
    void everythingThatDoesNotFitIsToldAtOnce() {
        // Given
        String definition = Definitions.population(Definitions.newId())
                .replace("\"populationBase\": \"SYNTHETIC\",", "")
                .replace("\"dimensions\": []", """
                        "dimensions": [{"id": "SEX", "scheme": "NONE"}, {"id": "SEX", "scheme": "ICCS-1.0"}]
                        """);

        // When
        ValidatableResponse answer = Cases.post("/v1/datasets", definition);

        // Then
        answer.statusCode(400)
                .body("code", equalTo("DEFINITION_INVALID"))
                .body("errors.size()", equalTo(3))
                .body("errors.pointer", hasItems("/dimensions/0/scheme", "/dimensions/1/id", "/populationBase"));
    }

    @Test
    void cubeHasABound() {
        // Given
        String dimensions =
                "[" + "{\"id\": \"D%d\", \"scheme\": \"CEAD-2024\"},".repeat(6).formatted(1, 2, 3, 4, 5, 6);
        String definition = Definitions.cases(Definitions.newId())
                .replace(
                        "[{\"id\": \"CRIME_CLASS\", \"scheme\": \"CEAD-2024\"}]",
                        dimensions.substring(0, dimensions.length() - 1) + "]");

        // When
        ValidatableResponse answer = Cases.post("/v1/datasets", definition);

        // Then
        answer.statusCode(400).body("errors.code", equalTo(List.of("CUBE_TOO_LARGE")));
    }

    @Test
    void wordsAreInTheLanguageOfTheCaller() {
        // Given
        String body = Definitions.cases(Definitions.newId()).replace("CEAD-2024", "NONE");

        // Then
        Cases.post("/v1/datasets", body)
                .header("Content-Language", "es")
                .body("errors[0].message", equalTo("No hay ninguna clasificación «NONE»."));
    }
}
