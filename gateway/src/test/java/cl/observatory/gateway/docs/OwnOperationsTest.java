package cl.observatory.gateway.docs;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.gateway.support.GatewayStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(GatewayStack.class)
class OwnOperationsTest {

    @Test
    void documentHoldsTheOperationsOfAllServicesAndItsOwn() {
        given().get("/v1/openapi")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .body("openapi", startsWith("3.1"))
                .body("paths.keySet()", hasItems("/v1/echo", "/v1/imports", "/v1/openapi", "/v1/docs", "/v1/problems"))
                .body("paths.'/v1/items/{id}'.keySet()", equalTo(Set.of("get", "put", "delete")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/openapi",
                "/v1/openapi/about-this-api",
                "/v1/problems",
                "/v1/docs",
                "/v1/docs/swagger-ui-bundle.js"
            })
    void whatIsKnownIsNotSentAgain(String path) {
        Response first = given().get(path);
        String etag = first.header("ETag");

        assertTrue(etag.matches("\"[0-9a-f]{64}\""), etag);
        given().header("If-None-Match", "\"other\", " + etag)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", etag)
                .body(is(emptyOrNullString()));
        given().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
        given().head(path)
                .then()
                .statusCode(200)
                .header("Content-Length", Integer.toString(first.asByteArray().length))
                .body(is(emptyOrNullString()));
    }

    @Test
    void problemsOfAllServicesAreListedByCode() {
        Response answer = given().get("/v1/problems");

        answer.then()
                .statusCode(200)
                .body("items.code", hasItems("CONFLICT", "INVALID_API_KEY"))
                .body("items.find { it.code == 'CONFLICT' }.type", is("/v1/problems#CONFLICT"))
                .body("items.find { it.code == 'CONFLICT' }.title.es", is("Conflicto"))
                .body("page.nextCursor", is(emptyOrNullString()));
        List<String> codes = answer.jsonPath().getList("items.code");
        List<String> sorted = new ArrayList<>(codes);
        sorted.sort(null);
        assertEquals(sorted, codes);
    }

    @Test
    void pageLoadsNothingFromElsewhere() {
        Response page = given().get("/v1/docs");

        page.then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'; script-src 'self';"))
                .header("Content-Security-Policy", not(containsString("http")));
        assertFalse(page.asString().contains("http"), page.asString());
        Matcher links = Pattern.compile("(?:src|href)=\"([^\"]*)\"").matcher(page.asString());
        int found = 0;
        while (links.find()) {
            given().get(links.group(1)).then().statusCode(200);
            found++;
        }
        assertEquals(6, found);
    }

    @Test
    void scriptsComeAsScripts() {
        given().get("/v1/docs/start.js")
                .then()
                .statusCode(200)
                .contentType("text/javascript")
                .header("X-Content-Type-Options", "nosniff")
                .body(containsString("/v1/openapi"));
    }

    @Test
    void partOfTheDocumentHoldsItsOperationsOnly() {
        given().get("/v1/openapi/about-this-api")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("tags.name", equalTo(List.of("About this API")))
                .body("paths.keySet()", hasItems("/v1/openapi", "/v1/openapi/{tag}", "/v1/docs", "/v1/problems"))
                .body("paths.'/v1/me'", is(emptyOrNullString()))
                .body("components.schemas.keySet()", hasItems("GatewayProblem", "ProblemCatalogue"));
    }

    @Test
    void partThatIsMisspeltIsRefusedWithTheNearest() {
        given().header("Accept-Language", "en")
                .get("/v1/openapi/about-the-api")
                .then()
                .statusCode(404)
                .body("code", is("CONTRACT_PART_NOT_FOUND"))
                .body("detail", containsString("'about-this-api'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none.js", "swagger-initializer.js", "index.css", "package.json"})
    void onlyListedFilesAreServed(String name) {
        given().get("/v1/docs/" + name).then().statusCode(404).body("code", is("ROUTE_NOT_FOUND"));
    }
}
