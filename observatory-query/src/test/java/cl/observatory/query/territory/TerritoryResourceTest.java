package cl.observatory.query.territory;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cl.observatory.query.Caller;
import cl.observatory.query.Country;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Servers.class)
class TerritoryResourceTest {

    @BeforeEach
    void publish() {
        Country.published();
    }

    @Test
    void territoriesComeInGeographicOrderWithTheirHolders() {
        list(Map.of("level", "region"))
                .body("items.code", contains("01", "13", "16", "08"))
                .body("items.parent", contains("CL", "CL", "CL", "CL"))
                .body("items[0].labels.es", equalTo("es 01"))
                .body("items[0].labels.en", equalTo("en 01"))
                .body("warnings", empty());
        list(Map.of("within", "13"))
                .body("items.code", contains("13", "131", "13101", "13127", "132", "13203"))
                .body("items.level", contains("region", "province", "commune", "commune", "province", "commune"))
                .body("items.parent", contains("CL", "13", "131", "131", "13", "132"));
        list(Map.of("level", "country")).body("items.code", contains("CL")).body("items.parent", contains(nullValue()));
    }

    @Test
    void territoriesAreThoseOfTheDayAskedFor() {
        list(Map.of("within", "08", "level", "commune", "validAt", "2018-09-05"))
                .body("items.code", contains("08101", "08102", "08401"));
        list(Map.of("within", "08", "level", "commune", "validAt", "2018-09-06"))
                .body("items.code", contains("08101", "08102"));
        list(Map.of("level", "region", "validAt", "2018-09-05")).body("items.code", contains("01", "13", "08"));
        list(Map.of("level", "region", "validAt", "2018-09-06")).body("items.code", hasItem("16"));
    }

    @Test
    void withoutADayTheyAreThoseOfToday() {
        list(Map.of("level", "commune")).body("items.code", hasItem("16101")).body("items.code", not(hasItem("08401")));
    }

    @Test
    void pastTerritoryNamesItsSuccessorAndThatOneItsPredecessor() {
        one("08401")
                .body("validTo", equalTo("2018-09-06"))
                .body("successors.code", contains("16101"))
                .body("successors[0].effectiveOn", equalTo("2018-09-06"))
                .body("successors[0].weight", equalTo(1))
                .body("successors[0].basis", equalTo("RECODE Ley 21.033"))
                .body("successors[0].verifiedAt", equalTo("2026-11-01"))
                .body("$", not(hasKey("predecessors")));
        one("16101")
                .body("validFrom", equalTo("2018-09-06"))
                .body("predecessors.code", contains("08401"))
                .body("$", not(hasKey("successors")));
        one("13101").body("$", not(hasKey("predecessors"))).body("$", not(hasKey("successors")));
        list(Map.of("within", "16", "level", "commune")).body("items[0].predecessors.code", contains("08401"));
    }

    @Test
    void unknownHolderIsAWarning() {
        list(Map.of("within", "99"))
                .body("items", empty())
                .body("warnings.find { it.code == 'UNKNOWN_TERRITORY' }.message", containsString("99"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Recoleta", "131270", "13' or '1'='1"})
    void malformedCodeIsNamed(String code) {
        Caller.reader()
                .get("/v1/territories/{code}", code)
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_QUESTION"))
                .body("errors.code", contains("NOT_A_TERRITORY_CODE"))
                .body("errors.parameter", contains("code"));
    }

    @Test
    void unknownTerritoryIsNotFound() {
        Caller.reader()
                .get("/v1/territories/{code}", "99999")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_TERRITORY"))
                .body("detail", containsString("99999"));
    }

    @ParameterizedTest
    @CsvSource({
        "level,barrio,NOT_ONE_OF",
        "within,1,WRONG_FORM",
        "validAt,2018-02-30,NOT_A_DATE",
        "validAt,2018,NOT_A_DATE",
        "validAt,+12018-01-01,NOT_A_DATE"
    })
    void malformedValueIsNamed(String parameter, String value, String code) {
        Caller.reader()
                .queryParam(parameter, value)
                .get("/v1/territories")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_QUESTION"))
                .body("errors.parameter", contains(parameter))
                .body("errors.code", contains(code));
    }

    private static ValidatableResponse one(String code) {
        return Caller.reader().get("/v1/territories/{code}", code).then().statusCode(200);
    }

    private static ValidatableResponse list(Map<String, String> parameters) {
        return Caller.reader()
                .queryParams(parameters)
                .get("/v1/territories")
                .then()
                .statusCode(200);
    }
}
