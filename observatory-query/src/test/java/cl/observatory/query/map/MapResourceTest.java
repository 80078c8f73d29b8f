package cl.observatory.query.map;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.query.Caller;
import cl.observatory.query.Country;
import cl.observatory.query.Publisher;
import cl.observatory.query.Servers;
import cl.observatory.query.Surveys;
import cl.observatory.query.boundary.Drawn;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.geojson.Feature;
import org.geojson.FeatureCollection;
import org.geojson.LngLatAlt;
import org.geojson.MultiPolygon;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Servers.class)
class MapResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All members that a measure has in a ranking and on a map. */
    private static final List<String> TOLD = List.of(
            "period",
            "value",
            "interval",
            "numerator",
            "denominator",
            "status",
            "flags",
            "monthsCovered",
            "coverage",
            "comparable",
            "notComparable",
            "reason");

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void publish() {
        Country.published();
        Drawn.forgetAll(jdbi);
        try (Publisher publisher = new Publisher()) {
            new Drawn(
                            Publisher.unique("squares"),
                            "01101",
                            "01107",
                            "13101",
                            "13127",
                            "13203",
                            "16101",
                            "08101",
                            "131",
                            "132",
                            "13",
                            "08")
                    .publish(publisher);
        }
    }

    @Test
    void valuesAreThoseOfTheRanking() throws IOException {
        // Given
        JsonNode ranking = JSON.readTree(Caller.reader()
                .queryParams(Map.of("period", "2024", "minPopulation", "0"))
                .get("/v1/indicators/{code}/ranking", Country.RATE)
                .asString());

        // When
        JsonNode map = JSON.readTree(get(Map.of("period", "2024")).extract().asString());

        // Then
        int compared = 0;
        for (String list : List.of("items", "notRanked")) {
            for (JsonNode each : ranking.get(list)) {
                JsonNode measure = each.get("measure");
                JsonNode properties =
                        properties(map, measure.at("/territory/code").asText());
                TOLD.forEach(member -> assertEquals(measure.get(member), properties.get(member), member));
                assertEquals(measure.at("/territory/labels"), properties.get("labels"));
                compared++;
            }
        }
        assertEquals(map.get("features").size(), compared);
        assertEquals(8, compared);
        assertEquals(ranking.get("sources"), map.get("sources"));
    }

    @Test
    void mapTellsWhatItIsOf() {
        get(Map.of("period", "2024", "within", "13"))
                .contentType("application/geo+json")
                .body("type", equalTo("FeatureCollection"))
                .body("indicator.code", equalTo(Country.RATE))
                .body("period", equalTo("2024"))
                .body("level", equalTo("commune"))
                .body("within", equalTo("13"))
                .body("zoom", equalTo("region"))
                .body("boundaries", equalTo("current"))
                .body("$", not(hasKey("asOf")))
                .body("boundarySource.attribution", equalTo("Drawn by nobody"))
                .body("features.id", contains("13101", "13127", "13203"))
                .body("features[1].properties.unit", equalTo("R100K"))
                .body("features[1].properties.per", equalTo(100_000))
                .body("sources.role", contains("NUMERATOR", "DENOMINATOR"))
                .body("warnings.code", hasItem("SYNTHETIC_DATA"))
                .body("explanation.en", containsString("3 of 3 territories have a value, from 100 to 1,631.58."));
    }

    /** GeoJSON says that a feature without a place has a geometry that is null. */
    @Test
    void placeWithoutABoundaryIsListedAndNotDrawn() {
        get(Map.of("period", "2024"))
                .body("features.id", hasItem("08102"))
                .body("features.find { it.id == '08102' }", hasKey("geometry"))
                .body("features.find { it.id == '08102' }.geometry", nullValue())
                .body("features.find { it.id == '08102' }.properties.reason", equalTo("NO_DATA"))
                .body("warnings.find { it.code == 'NOT_DRAWN' }.message", containsString("08102"))
                .body("explanation.en", containsString("Listed but not drawn: 1."));
    }

    @Test
    void areasAreSummedBeforeTheyAreDivided() {
        get(Map.of("period", "2024", "level", "province", "within", "13"))
                .body("features.id", contains("131", "132"))
                .body("features[0].properties.numerator", equalTo(639))
                .body("features[0].geometry.type", equalTo("MultiPolygon"));
    }

    @Test
    void anotherLibraryReadsTheMap() throws IOException {
        // When
        FeatureCollection read = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(get(Map.of("period", "2024")).extract().asString(), FeatureCollection.class);

        // Then
        assertEquals(8, read.getFeatures().size());
        assertNull(read.getCrs());
        assertEquals(4, read.getBbox().length);
        for (Feature feature : read) {
            if (feature.getId().equals("08102")) {
                assertNull(feature.getGeometry());
                continue;
            }
            MultiPolygon shape = assertInstanceOf(MultiPolygon.class, feature.getGeometry());
            List<LngLatAlt> ring = shape.getCoordinates().getFirst().getFirst();
            assertEquals(ring.getFirst(), ring.getLast());
            assertTrue(doubleArea(ring) > 0, "counterclockwise");
            assertEquals(Integer.valueOf(100_000), feature.getProperty("per"));
        }
    }

    @Test
    void pastIsShownInTheDivisionOfTheTimeWhenAskedFor() {
        get(Map.of("period", "2015", "boundaries", "asWas"))
                .body("features.id", hasItem("08401"))
                .body("features.id", not(hasItem("16101")))
                .body("features.find { it.id == '08401' }.geometry", nullValue())
                .body("warnings.code", hasItems("BOUNDARIES_OF_ANOTHER_TIME", "NOT_DRAWN"));
        get(Map.of("period", "2015"))
                .body("features.id", hasItem("16101"))
                .body("warnings.code", not(hasItem("BOUNDARIES_OF_ANOTHER_TIME")));
    }

    @Test
    void mapOfAnEarlierInstantHasTheBoundariesThatWereKnownThen() {
        get(Map.of("period", "2024", "asOf", "2025-12-31T00:00:00Z"))
                .body("asOf", equalTo("2025-12-31T00:00:00Z"))
                .body("$", not(hasKey("boundarySource")))
                .body("$", not(hasKey("bbox")))
                .body("features.geometry.unique()", contains(nullValue()))
                .body("warnings.code", hasItem("NO_BOUNDARIES"));
    }

    /** Fewer than 60 interviews are not enough. */
    @Test
    void unreliableEstimatesStandBesideOthersWithoutTheirValue() {
        // Given
        DatasetDefined survey = Surveys.dataset("ESTIMATE", "PROPORTION", 4);
        IndicatorDefined estimate = Surveys.indicator(survey);
        try (Publisher publisher = new Publisher()) {
            publisher.define(estimate);
            Surveys.publish(
                    publisher,
                    survey,
                    1,
                    List.of(
                            Surveys.Cell.of("13101", 2024, 3_700, 150L, 600L, 60L),
                            Surveys.Cell.of("13203", 2024, 9_000, 100L, 59L, 40L)));
        }
        Caller.awaitRelease(survey.id(), 1);
        Caller.awaitFound("/v1/indicators/{code}", estimate.code());

        // When
        ValidatableResponse map = get(estimate.code(), Map.of("period", "2024", "within", "13"));

        // Then
        map.body("features[0].properties.value", equalTo(new BigDecimal("0.3700")))
                .body("features[0].properties.sampleSize", equalTo(600))
                .body("features[0].properties.reliability", equalTo("RELIABLE"))
                .body("features[2].id", equalTo("13203"))
                .body("features[2].properties", hasKey("value"))
                .body("features[2].properties.value", nullValue())
                .body("features[2].properties.reason", equalTo("UNRELIABLE"))
                .body("features[2].properties", not(hasKey("interval")));
    }

    @Test
    void answerThatTheCallerHasIsNotSentAgainAndIsGeoJsonForWhoeverTakesJson() {
        // Given
        Response first = Caller.reader().queryParam("period", "2023").get("/v1/indicators/{code}/map", Country.RATE);
        String tag = first.header("ETag");

        // When
        Response again = Caller.reader().queryParam("period", "2023").get("/v1/indicators/{code}/map", Country.RATE);
        Response known = Caller.reader()
                .header("If-None-Match", tag)
                .queryParam("period", "2023")
                .get("/v1/indicators/{code}/map", Country.RATE);
        Response json = Caller.reader()
                .accept("application/json")
                .queryParam("period", "2023")
                .get("/v1/indicators/{code}/map", Country.RATE);

        // Then
        assertEquals("application/geo+json", first.contentType().replaceFirst(";.*", ""));
        assertEquals(first.contentType(), again.contentType());
        assertEquals(first.asString(), again.asString());
        assertEquals("public, no-cache", first.header("Cache-Control"));
        assertEquals(304, known.statusCode());
        assertEquals(first.contentType(), json.contentType());
        assertEquals(first.asString(), json.asString());
        assertEquals(tag, json.header("ETag"));
    }

    @Test
    void mapOfNowhereIsEmpty() {
        get(Map.of("period", "2024", "within", "99"))
                .body("features", empty())
                .body("warnings.code", hasItem("UNKNOWN_TERRITORY"));
    }

    @ParameterizedTest
    @CsvSource({
        "period, 2018..2020",
        "period, never",
        "level, street",
        "within, Santiago",
        "zoom, street",
        "asOf, now",
        "boundaries, natural"
    })
    void parameterThatCannotBeUsedIsNamed(String name, String value) {
        Caller.reader()
                .queryParam("period", name.equals("period") ? List.of() : List.of("2024"))
                .queryParam(name, value)
                .get("/v1/indicators/{code}/map", Country.RATE)
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_QUESTION"))
                .body("errors.parameter", contains(name));
    }

    @Test
    void indicatorThatIsNotThereHasNoMap() {
        Caller.reader()
                .queryParam("period", "2024")
                .get("/v1/indicators/NO_SUCH/map")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_INDICATOR"));
    }

    private static JsonNode properties(JsonNode map, String code) {
        for (JsonNode feature : map.get("features")) {
            if (feature.get("id").asText().equals(code)) {
                return feature.get("properties");
            }
        }
        throw new AssertionError(code + " is not on the map");
    }

    /** Positive when the ring goes counterclockwise. */
    private static double doubleArea(List<LngLatAlt> ring) {
        double area = 0;
        for (int i = 1; i < ring.size(); i++) {
            LngLatAlt from = ring.get(i - 1);
            LngLatAlt to = ring.get(i);
            area += from.getLongitude() * to.getLatitude() - to.getLongitude() * from.getLatitude();
        }
        return area;
    }

    private static ValidatableResponse get(Map<String, String> parameters) {
        return get(Country.RATE, parameters);
    }

    private static ValidatableResponse get(String indicator, Map<String, String> parameters) {
        return Caller.reader()
                .header("Accept-Language", "en")
                .queryParams(parameters)
                .get("/v1/indicators/{code}/map", indicator)
                .then()
                .statusCode(200);
    }
}
