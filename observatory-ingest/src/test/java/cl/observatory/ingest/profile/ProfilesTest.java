package cl.observatory.ingest.profile;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.AtOnce;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Definitions;
import cl.observatory.ingest.Rows;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Servers.class)
class ProfilesTest {

    private static final String PORTAL = """
            {"name": "plain", "encoding": "ISO-8859-1", "delimiter": ";", "decimalSeparator": ",",
             "thousandsSeparator": ".", "missing": ["s/i"],
             "components": {
               "REF_AREA": {"column": "cut"},
               "TIME_PERIOD": {"column": "fecha", "format": "dd-MM-yyyy"},
               "CRIME_CLASS": {"column": "delito", "codes": {"Receptación": "60501", "Riña": "70102"}},
               "OBS_VALUE": {"column": "casos"},
               "OBS_STATUS": {"column": "estado", "codes": {"prov.": "P", "def.": "A"}}},
             "ignoredColumns": ["comuna"]}
            """;

    private Cases cases;

    @BeforeEach
    void defineDataset() {
        cases = Cases.define();
    }

    @Test
    void profileIsAnsweredWithItsDefaults() {
        define(Definitions.profile("other"))
                .statusCode(201)
                .body("dataset", equalTo(cases.dataset()))
                .body("version", equalTo(1))
                .body("profile.encoding", nullValue())
                .body("profile.delimiter", equalTo(","))
                .body("profile.decimalSeparator", equalTo("."))
                .body("profile.thousandsSeparator", nullValue())
                .body("profile.missing", equalTo(List.of("", "-", "s/i", "n/d", ".")))
                .body("profile.ignoredColumns", hasSize(0));
    }

    @Test
    void changedProfileIsTheNextVersion() {
        // Given
        Map<String, Long> before = Store.contents();

        // When
        define(Definitions.profile("plain")).statusCode(201).body("version", equalTo(1));
        define(PORTAL).statusCode(201).body("version", equalTo(2));
        define(PORTAL).statusCode(201).body("version", equalTo(2));
        define(Definitions.profile("plain")).statusCode(201).body("version", equalTo(3));

        // Then
        assertEquals(before.get("profile") + 2, Store.contents().get("profile"));
    }

    @Test
    void fileIsReadByTheNewestVersion() {
        // Given
        define(PORTAL).statusCode(201);

        // When
        String id = cases.send("""
                        cut;comuna;fecha;delito;casos;estado
                        13120;Ñuñoa;01-03-2024;Receptación;1.096;prov.
                        5109;Viña del Mar;01-04-2024;Riña;s/i;def.
                        """.getBytes(StandardCharsets.ISO_8859_1))
                .statusCode(202)
                .body("profile.version", equalTo(2))
                .extract()
                .path("id");

        // Then
        assertEquals(List.of("13120|2024-03|60501|1096|P", "05109|2024-04|70102||O"), Rows.kept(id));
    }

    @Test
    void versionsHaveNoTwins() throws Exception {
        // When
        List<Integer> versions = AtOnce.run(
                6,
                caller -> define(Definitions.profile("fresh").replace("cases\"", "cases" + caller + "\""))
                        .statusCode(201)
                        .extract()
                        .path("version"));

        // Then
        assertEquals(List.of(1, 2, 3, 4, 5, 6), versions.stream().sorted().toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"name\": \"plain\"           | \"name\": \"P\"                          | INVALID_REQUEST | /name",
                "\"delimiter\": \";\"          | \"delimiter\": \":\"                     | INVALID_REQUEST | /delimiter",
                "\"delimiter\": \";\"          | \"separator\": \";\"                     | MALFORMED_BODY  | /separator",
                "\"encoding\": \"ISO-8859-1\"  | \"encoding\": \"UTF_16\"                 | MALFORMED_BODY  | /encoding",
                "\"thousandsSeparator\": \".\" | \"thousandsSeparator\": \",\"            | DEFINITION_INVALID | /thousandsSeparator",
                "\"missing\": [\"s/i\"]        | \"missing\": [\"s/i\", \"0\"]            | DEFINITION_INVALID | /missing/1",
                "\"missing\": [\"s/i\"]        | \"missing\": [\" 0,00 \"]                | DEFINITION_INVALID | /missing/0",
                "\"missing\": [\"s/i\"]        | \"missing\": [null]                      | INVALID_REQUEST | /missing/0",
                "\"column\": \"cut\"           | \"colum\": \"cut\"                       | MALFORMED_BODY  | /components/REF_AREA/colum",
                "\"column\": \"cut\"           | \"constant\": \"99999\"                  | DEFINITION_INVALID | /components/REF_AREA/constant",
                "\"column\": \"cut\"           | \"column\": \"cut\", \"constant\": \"13101\" | DEFINITION_INVALID | /components/REF_AREA",
                "\"column\": \"cut\"           | \"format\": \"yyyy\"                     | DEFINITION_INVALID | /components/REF_AREA",
                "\"column\": \"cut\"           | \"column\": \"cut\", \"format\": \"yyyy\" | DEFINITION_INVALID | /components/REF_AREA/format",
                "\"column\": \"cut\"           | \"column\": \"cut\", \"codes\": {\"x\": \"1999\"} | DEFINITION_INVALID | /components/REF_AREA/codes",
                "\"column\": \"cut\"           | \"column\": \"cut\", \"codes\": {\"x\\u0000\": \"13101\"} | MALFORMED_BODY | /components/REF_AREA/codes",
                "\"REF_AREA\"                  | \"AREA/X~Y\"                             | DEFINITION_INVALID | /components/AREA~1X~0Y",
                "\"REF_AREA\"                  | \"AREA\"                                 | DEFINITION_INVALID | /components/REF_AREA",
                "dd-MM-yyyy                    | yyyy                                     | DEFINITION_INVALID | /components/TIME_PERIOD/format",
                "dd-MM-yyyy                    | MMMMMMMM                                 | DEFINITION_INVALID | /components/TIME_PERIOD/format",
                "dd-MM-yyyy                    | dd-HH-yyyy                               | INVALID_REQUEST | /components/TIME_PERIOD/format",
                "\"column\": \"fecha\", \"format\": \"dd-MM-yyyy\" | \"constant\": \"2024\"   | DEFINITION_INVALID | /components/TIME_PERIOD/constant",
                "\"Receptación\": \"60501\"    | \"Receptación\": \"receptación\"         | DEFINITION_INVALID | /components/CRIME_CLASS/codes",
                "\"column\": \"casos\"         | \"constant\": \"1\"                      | DEFINITION_INVALID | /components/OBS_VALUE",
                "\"column\": \"estado\", \"codes\": {\"prov.\": \"P\", \"def.\": \"A\"} | \"constant\": \"X\" | DEFINITION_INVALID | /components/OBS_STATUS/constant",
                "\"def.\": \"A\"               | \"def.\": \"Q\"                          | DEFINITION_INVALID | /components/OBS_STATUS/codes"
            })
    void fieldThatCannotBeUsedIsNamed(String field, String instead, String code, String pointer) {
        // Given
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = define(PORTAL.replace(field, instead));

        // Then
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("errors.pointer", hasItem(pointer));
        assertEquals(before, Store.contents());
    }

    @Test
    void everyComponentThatIsNotThereIsNamed() {
        define("{\"name\": \"plain\", \"components\": {\"OBS_STATUS\": {\"constant\": \"P\"}}}")
                .statusCode(400)
                .body(
                        "errors.pointer",
                        equalTo(List.of(
                                "/components/REF_AREA",
                                "/components/TIME_PERIOD",
                                "/components/CRIME_CLASS",
                                "/components/OBS_VALUE")));
    }

    @Test
    void profileOfAnUnknownDatasetIsNotFound() {
        Cases.post("/v1/datasets/no-such-dataset/profiles", Definitions.profile("plain"))
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_DATASET"));
    }

    private ValidatableResponse define(String profile) {
        return Cases.post("/v1/datasets/" + cases.dataset() + "/profiles", profile);
    }
}
