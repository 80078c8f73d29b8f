package cl.observatory.query.boundary;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cl.observatory.query.Caller;
import cl.observatory.query.Publisher;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Servers.class)
class TerritoryMapResourceTest {

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void publish() {
        try (Publisher publisher = new Publisher()) {
            publisher.territories();
            Caller.awaitFound("/v1/territories/01107");
            Drawn.forgetAll(jdbi);
            new Drawn(Publisher.unique("squares"), "13101", "13127", "131", "13", "CL").publish(publisher);
        }
    }

    @Test
    void territoriesOfALevelAreDrawnInGeographicOrder() {
        get(Map.of("within", "13"))
                .contentType("application/geo+json")
                .body("type", equalTo("FeatureCollection"))
                .body("$", not(hasKey("crs")))
                .body("level", equalTo("commune"))
                .body("features.id", contains("13101", "13127", "13203"))
                .body("features.type", contains("Feature", "Feature", "Feature"))
                .body("features[0].properties.parent", equalTo("131"))
                .body("features[0].properties.labels.es", equalTo("es 13101"))
                .body("features[2]", hasKey("geometry"))
                .body("features[2].geometry", nullValue())
                .body("features[2]", not(hasKey("bbox")))
                .body("warnings.find { it.code == 'NOT_DRAWN' }.message", containsString("13203"));
        get(Map.of("level", "region")).body("features.id", hasItem("13"));
        get(Map.of("level", "country")).body("features.id", contains("CL"));
    }

    /** From Easter Island eastwards; nothing crosses the antimeridian. */
    @Test
    void boxIsWestSouthEastNorthOfAllThatIsDrawn() {
        get(Map.of("within", "13"))
                .body(
                        "bbox",
                        contains(
                                new BigDecimal("-109.5"),
                                new BigDecimal("-27.5"),
                                new BigDecimal("-107.5"),
                                new BigDecimal("-26.5")))
                .body("features[1].bbox[0]", equalTo(new BigDecimal("-108.5")));
    }

    @ParameterizedTest
    @CsvSource({
        "CL, , country, 5",
        "13, , region, 6",
        "131, , commune, 7",
        "13101, , commune, 7",
        "CL, commune, commune, 7"
    })
    void closerMapsHaveMoreCorners(String within, String zoom, String seen, int positions) {
        get(zoom == null ? Map.of("within", within) : Map.of("within", within, "zoom", zoom))
                .body("zoom", equalTo(seen))
                .body("features.find { it.id == '13101' }.geometry.coordinates[0][0].size()", equalTo(positions));
    }

    @Test
    void sourceOfTheShapesIsTold() {
        get(Map.of())
                .body("boundarySource.publisher", equalTo("Nobody"))
                .body("boundarySource.licence", equalTo("CC0-1.0"))
                .body("boundarySource.attribution", equalTo("Drawn by nobody"))
                .body("boundarySource.validFrom", equalTo("2018-09-06"));
    }

    @Test
    void territoryThatIsNotThereHoldsNothing() {
        get(Map.of("within", "99"))
                .body("features", empty())
                .body("$", not(hasKey("bbox")))
                .body("warnings.code", hasItem("UNKNOWN_TERRITORY"));
    }

    @ParameterizedTest
    @CsvSource({"level, street", "zoom, street", "within, Chile", "validAt, yesterday"})
    void parameterThatCannotBeUsedIsNamed(String name, String value) {
        Caller.reader()
                .queryParam(name, value)
                .get("/v1/territories.geojson")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_QUESTION"))
                .body("errors.parameter", contains(name));
    }

    private static ValidatableResponse get(Map<String, String> parameters) {
        return Caller.reader()
                .queryParams(parameters)
                .get("/v1/territories.geojson")
                .then()
                .statusCode(200);
    }
}
