package cl.observatory.ingest.boundary;

import static cl.observatory.ingest.Problems.isProblem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.Event;
import cl.observatory.events.boundary.BoundariesPublished;
import cl.observatory.events.boundary.BoundaryShapes;
import cl.observatory.ingest.AtOnce;
import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Definitions;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Servers.class)
class BoundariesTest {

    private static final byte[] TWO = new GivenFeatures()
            .square("1101", -70, -20)
            .square("\"13101\"", -71, -33)
            .bytes();

    private static final byte[] OTHER =
            new GivenFeatures().square("1101", -69, -20).bytes();

    private final String edition = Definitions.newId();

    @Test
    void editionIsToldPartByPartAndThenAsAWhole() {
        // When
        ValidatableResponse answer = put(TWO);

        // Then
        answer.statusCode(200)
                .header("ETag", "\"1\"")
                .body("edition", equalTo(edition))
                .body("version", equalTo(1))
                .body("validFrom", equalTo("2018-09-06"))
                .body("publisher", equalTo("Nobody"))
                .body("attribution", nullValue())
                .body("missing", hasItem("12202"))
                .body("missing", not(hasItem("01101")))
                .body("repaired", empty())
                .body("unmatched", empty());
        List<String> types = Sent.events(edition).stream().map(Event::type).toList();
        assertEquals(BoundariesPublished.TYPE, types.getLast());
        assertEquals(Set.of(BoundaryShapes.TYPE), Set.copyOf(types.subList(0, types.size() - 1)));
        BoundariesPublished told = Sent.published(edition).getFirst();
        assertEquals(types.size() - 1, told.parts());
        for (String zoom : List.of("country", "region", "commune")) {
            assertEquals(
                    Set.of("01", "011", "01101", "13", "131", "13101", "CL"),
                    Sent.shapes(edition, zoom).keySet());
        }
        Caller.approver()
                .get("/v1/boundaries/{edition}", edition)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
    }

    @Test
    void sameFileAgainChangesNothing() {
        // Given
        put(TWO).statusCode(200);
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = put(TWO);

        // Then
        answer.statusCode(200).header("ETag", "\"1\"");
        assertEquals(before, Store.contents());
    }

    @Test
    void changeNamesTheVersionThatStands() {
        // Given
        put(TWO).statusCode(200);
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse silent = put(OTHER);
        ValidatableResponse stale =
                request().header("If-Match", "\"7\"").body(OTHER).put(path()).then();

        // Then
        isProblem(silent, 428, "VERSION_REQUIRED");
        isProblem(stale, 412, "VERSION_STALE");
        assertEquals(before, Store.contents());
        request()
                .header("If-Match", "\"1\"")
                .body(OTHER)
                .put(path())
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        assertEquals(2, Store.number("select count(*) from boundary_edition where edition = ?", edition));
    }

    @Test
    void anotherWordAboutTheSameFileIsAChange() {
        // Given
        put(TWO).statusCode(200);

        // When
        ValidatableResponse answer = request()
                .queryParam("attribution", "By nobody")
                .header("If-Match", "\"1\"")
                .body(TWO)
                .put(path())
                .then();

        // Then
        answer.statusCode(200).body("version", equalTo(2)).body("attribution", equalTo("By nobody"));
        assertEquals(
                1,
                Store.number(
                        "select count(*) from audit_entry where action = 'BOUNDARIES_PUBLISHED' and subject = ?"
                                + " and details ->> 'version' = '2'",
                        "boundaries/" + edition));
    }

    @Test
    void manyWhoPublishTheSameEditionAtOncePublishItOnce() throws Exception {
        // When
        List<Integer> statuses = AtOnce.run(
                4,
                caller -> put(new GivenFeatures()
                                .square("1101", -70 + 0.1 * caller, -20)
                                .bytes())
                        .extract()
                        .statusCode());

        // Then
        assertEquals(1, statuses.stream().filter(status -> status == 200).count());
        assertTrue(Set.of(200, 412, 428, 429).containsAll(statuses), statuses::toString);
        assertEquals(1, Sent.published(edition).size());
    }

    @Test
    void editionThatIsNotThereCannotBeChanged() {
        isProblem(request().header("If-Match", "\"1\"").body(TWO).put(path()).then(), 404, "UNKNOWN_BOUNDARIES");
        isProblem(Caller.steward().get(path()).then(), 404, "UNKNOWN_BOUNDARIES");
    }

    @Test
    void featuresOfOtherThingsAreLeftOutWhenTheyAreNamed() {
        // Given
        byte[] withLake = new GivenFeatures()
                .square("1101", -70, -20)
                .add("0", "Polygon", GivenFeatures.square(-73, -40, 1))
                .bytes();

        // When
        ValidatableResponse unnamed = put(withLake);
        ValidatableResponse named = request()
                .queryParam("ignoredCodes", "0,99999")
                .body(withLake)
                .put(path())
                .then();

        // Then
        isProblem(unnamed, 422, "BOUNDARIES_REFUSED").body("errors.code", contains("COMMUNE_UNKNOWN"));
        named.statusCode(200);
        assertEquals(
                Set.of("01", "011", "01101", "CL"),
                Sent.shapes(edition, "country").keySet());
    }

    @Test
    void communeThatLiesNowhereIsMissing() {
        // When
        ValidatableResponse answer = put(new GivenFeatures()
                .square("1101", -70, -20)
                .add("{\"type\": \"Feature\", \"properties\": {\"cut\": 13101}, \"geometry\": null}")
                .bytes());

        // Then
        answer.statusCode(200).body("missing", hasItem("13101"));
    }

    @Test
    void shapeThatCrossesItselfIsRefusedOrMended() {
        // Given
        byte[] bowTie = new GivenFeatures()
                .square("1101", -70, -20)
                .add("13101", "Polygon", "[[[-71,-33],[-70,-32],[-70,-33],[-71,-32],[-71,-33]]]")
                .bytes();

        // When
        ValidatableResponse refused = put(bowTie);
        ValidatableResponse mended =
                request().queryParam("repair", "true").body(bowTie).put(path()).then();

        // Then
        isProblem(refused, 422, "BOUNDARIES_REFUSED")
                .body("errors.code", contains("AREA_CROSSES_ITSELF"))
                .body("errors[0].pointer", equalTo("/features/1/geometry"));
        mended.statusCode(200).body("repaired", contains("13101"));
        assertTrue(Sent.area(Sent.shapes(edition, "commune").get("13101")).isValid());
    }

    @Test
    void fileMayComePacked() throws IOException {
        // Given
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(TWO);
        }
        byte[] gzip = packed.toByteArray();

        // When
        ValidatableResponse whole =
                request().contentType("application/gzip").body(gzip).put(path()).then();
        ValidatableResponse cut = request()
                .contentType("application/gzip")
                .header("If-Match", "\"1\"")
                .body(Arrays.copyOf(gzip, gzip.length / 2))
                .put(path())
                .then();

        // Then
        whole.statusCode(200);
        assertTrue(cut.extract().statusCode() == 400 || cut.extract().statusCode() == 422);
        assertEquals(1, Sent.published(edition).size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"cut\": 1101 | \"other\": 1101 | CODE_PROPERTY_MISSING | /features/0/properties",
                "\"cut\": 1101 | \"cut\": null | CODE_PROPERTY_MISSING | /features/0/properties",
                "\"cut\": 1101 | \"cut\": 1999 | COMMUNE_UNKNOWN | /features/0/properties",
                "\"cut\": 1101 | \"cut\": 13 | COMMUNE_UNKNOWN | /features/0/properties",
                "\"cut\": 1101 | \"cut\": \"13101\" | COMMUNE_TWICE | /features/1/properties",
                "Polygon | LineString | NOT_AN_AREA | /features/0/geometry",
                "Polygon | MultiPolygon | NOT_AN_AREA | /features/0/geometry",
                "[-70.0,-20.0] | [-7000000,-20.0] | POSITION_OUTSIDE | /features/0/geometry",
                "[-70.0,-20.0] | [1e999,-20.0] | POSITION_OUTSIDE | /features/0/geometry",
                "[-70.0,-20.0] | [\"-70\",-20.0] | POSITION_MALFORMED | /features/0/geometry",
                "[-70.0,-20.0] | [-70.0] | POSITION_MALFORMED | /features/0/geometry",
                "[-70.0,-20.0] | [[-70.0,-20.0]] | POSITION_MALFORMED | /features/0/geometry",
                "[-70.0,-19.0],[-70.0,-20.0] | [-70.0,-19.0] | RING_NOT_CLOSED | /features/0/geometry",
                "\"FeatureCollection\" | \"Feature\" | NOT_A_FEATURE_COLLECTION | ``",
                "FeatureCollection\"} | FeatureCollection\" | NOT_JSON | ``",
                "FeatureCollection\"} | FeatureCollection\"}} | NOT_JSON | ``",
                "{\"features\" | {\"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"EPSG:32719\"}}, \"features\" | OTHER_REFERENCE_SYSTEM | /crs",
                "{\"features\" | {\"crs\": null, \"features\" | OTHER_REFERENCE_SYSTEM | /crs"
            })
    void faultNamesTheFeatureThatHasIt(String text, String instead, String fault, String pointer) {
        // Given
        String file = new String(TWO, StandardCharsets.UTF_8)
                .replaceFirst(Pattern.quote(text), Matcher.quoteReplacement(instead));
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = put(file.getBytes(StandardCharsets.UTF_8));

        // Then
        isProblem(answer, 422, "BOUNDARIES_REFUSED")
                .body("errors.code", contains(fault))
                .body("errors[0].pointer", equalTo(pointer));
        assertEquals(before, Store.contents());
    }

    @Test
    void olderNameOfTheReferenceSystemIsTaken() {
        put(new GivenFeatures()
                        .member(
                                "crs",
                                "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}}")
                        .square("1101", -70, -20)
                        .bytes())
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "codeProperty, , PARAMETER_MISSING",
        "validFrom, , PARAMETER_MISSING",
        "validFrom, yesterday, NOT_A_DATE",
        "publisher, , PARAMETER_MISSING",
        "title, , PARAMETER_MISSING",
        "licence, , PARAMETER_MISSING",
        "url, javascript:x, WRONG_FORM",
        "repair, maybe, WRONG_FORM",
        "synthetic, 1, WRONG_FORM"
    })
    void parameterThatCannotBeUsedIsNamed(String name, String value, String fault) {
        // Given
        RequestSpecification request = Caller.steward().contentType("application/geo+json");
        said().forEach((each, said) -> {
            if (!each.equals(name)) {
                request.queryParam(each, said);
            }
        });
        if (value != null) {
            request.queryParam(name, value);
        }

        // When
        ValidatableResponse answer = request.body(TWO).put(path()).then();

        // Then
        isProblem(answer, 400, "DEFINITION_INVALID")
                .body("errors.parameter", contains(name))
                .body("errors.code", contains(fault));
    }

    @Test
    void nameOfAnEditionHasAForm() {
        isProblem(request().body(TWO).put("/v1/boundaries/Año 2024").then(), 400, "DEFINITION_INVALID");
    }

    @Test
    void emptyBodyIsNoFile() {
        isProblem(put(new byte[0]), 400, "EMPTY_BODY");
    }

    @Test
    void whoSpeaksForAPartOnlyPublishesNoBoundaries() {
        // Given
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse ofPlaces = request(
                        Caller.bound("clerk", Map.of("territories", List.of("13101")), "data:write"))
                .body(TWO)
                .put(path())
                .then();
        ValidatableResponse ofDatasets = request(
                        Caller.bound("bound", Map.of("datasets", List.of("own")), "data:write"))
                .body(TWO)
                .put(path())
                .then();

        // Then
        isProblem(ofPlaces, 403, "TERRITORY_NOT_ALLOWED");
        isProblem(ofDatasets, 403, "DATASET_NOT_ALLOWED");
        assertEquals(before, Store.contents());
    }

    private String path() {
        return "/v1/boundaries/" + edition;
    }

    private ValidatableResponse put(byte[] file) {
        return request().body(file).put(path()).then();
    }

    private static RequestSpecification request() {
        return request(Caller.steward());
    }

    private static RequestSpecification request(RequestSpecification caller) {
        return caller.contentType("application/geo+json").queryParams(said());
    }

    private static Map<String, String> said() {
        return Map.of(
                "codeProperty", "cut",
                "validFrom", "2018-09-06",
                "publisher", "Nobody",
                "title", "Squares",
                "licence", "CC0-1.0");
    }
}
