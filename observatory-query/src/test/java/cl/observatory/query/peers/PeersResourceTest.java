package cl.observatory.query.peers;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher;
import cl.observatory.query.Rows;
import cl.observatory.query.Servers;
import cl.observatory.query.Surveys;
import cl.observatory.query.Surveys.Cell;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example that {@code docs/method.md} works by hand: eight communes with 10,000, 100,000 or a million people. */
@QuarkusTest
@WithTestResource(Servers.class)
class PeersResourceTest {

    private static final DatasetDefined CASES = Publisher.cases(Publisher.unique("peer-cases"));
    private static final DatasetDefined PEOPLE = Publisher.population(Publisher.unique("peer-people"));
    private static final DatasetDefined POVERTY = Surveys.dataset("ESTIMATE", "PERCENT", 1);
    private static final String RATE = "T_PEER_RATE";
    private static final String COUNT = "T_PEER_COUNT";
    private static final Instant PUBLISHED_AT = Instant.parse("2025-03-01T12:00:00Z");

    private static boolean published;

    @BeforeEach
    void publish() {
        if (published) {
            return;
        }
        try (Publisher publisher = new Publisher()) {
            publisher.territories();
            publisher.classes();
            List.of(PEOPLE, CASES, POVERTY).forEach(publisher::define);
            publisher.define(Publisher.rate(RATE, CASES.id(), PEOPLE.id(), "40101"));
            publisher.define(Publisher.count(COUNT, CASES.id(), "40101"));
            publisher.define(Surveys.indicator(POVERTY));
            publisher.release(PEOPLE, 1, PUBLISHED_AT, people());
            publisher.release(CASES, 1, PUBLISHED_AT, cases());
            Surveys.publish(
                    publisher,
                    POVERTY,
                    1,
                    PUBLISHED_AT,
                    List.of(
                            Cell.of("13127", 2024, 100, 1L, 600L, 60L),
                            Cell.of("01101", 2024, 300, 1L, 600L, 60L),
                            Cell.of("16101", 2024, 100, 1L, 600L, 60L),
                            Cell.of("13101", 2024, 300, 1L, 600L, 60L),
                            Cell.of("13203", 2024, 100, 1L, 10L, 60L)));
        }
        List.of(PEOPLE, CASES, POVERTY).forEach(dataset -> Caller.awaitRelease(dataset.id(), 1));
        List.of(RATE, COUNT, Surveys.indicator(POVERTY).code())
                .forEach(code -> Caller.awaitFound("/v1/indicators/{code}", code));
        published = true;
    }

    private static List<Publisher.Row> people() {
        return new Rows()
                .people("01101", 2024, 100_000)
                .people("01107", 2024, 10_000)
                .people("13101", 2024, 1_000_000)
                .people("13127", 2024, 100_000)
                .people("13203", 2024, 10_000)
                .people("16101", 2024, 100_000)
                .people("08101", 2024, 1_000_000)
                .people("08102", 2024, 100_000)
                .list();
    }

    private static List<Publisher.Row> cases() {
        return new Rows()
                .year("13127", 2024, "40101", 120)
                .year("01101", 2024, "40101", 100)
                .year("16101", 2024, "40101", 60)
                .year("13101", 2024, "40101", 1_800)
                .year("13203", 2024, "40101", 12)
                .year("01107", 2024, "40101", 30)
                .year("08101", 2024, "40101", 900)
                .list();
    }

    @Test
    void mostAlikeComeFirstWithTheirDistances() {
        ValidatableResponse answer = peersOf("13127", Map.of("indicator", RATE, "k", "4"));

        answer.body("items.measure.territory.code", contains("01101", "16101", "13101", "13203"))
                .body(
                        "items.distance",
                        contains(
                                new BigDecimal("1.0000"),
                                new BigDecimal("1.0000"),
                                new BigDecimal("1.4142"),
                                new BigDecimal("1.4142")))
                .body("items.sameRegion", contains(false, false, true, true))
                .body("items[2].differences", contains(new BigDecimal("1.4142")))
                .body("items[3].differences", contains(new BigDecimal("-1.4142")));
    }

    @Test
    void distanceIsDisclosed() {
        peersOf("13127", Map.of("indicator", RATE))
                .body("distance.communes", equalTo(8))
                .body("distance.region", equalTo(true))
                .body("distance.features.code", contains("population"))
                .body("distance.features[0].scale", equalTo("LOG"))
                .body("distance.features[0].period", equalTo("2024"))
                .body("distance.features[0].mean", equalTo(new BigDecimal("5.0000")))
                .body("distance.features[0].standardDeviation", equalTo(new BigDecimal("0.7071")))
                .body("distance.features[0].place", equalTo(new BigDecimal("5.0000")))
                .body("distance.features[0].sources.dataset", contains(PEOPLE.id()));
    }

    /** All cases are those of March: in the last quarter there were none, and two zeros do not differ. */
    @Test
    void quarterIsComparedAsAYearIs() {
        peersOf("13127", Map.of("indicator", RATE, "k", "4", "period", "2024-Q1"))
                .body("period", equalTo("2024-Q1"))
                .body("place.value", equalTo(new BigDecimal("120.00")))
                .body("place.monthsCovered", equalTo(3))
                .body("standing.overlapping", equalTo(2));
        peersOf("13127", Map.of("indicator", RATE, "k", "4", "period", "2024-Q4"))
                .body("place.value", equalTo(new BigDecimal("0.00")))
                .body("standing.overlapping", equalTo(4));
    }

    @Test
    void placeStandsAmongItsPeersByMedianAndPercentile() {
        peersOf("13127", Map.of("indicator", RATE, "k", "4"))
                .body("period", equalTo("2024"))
                .body("place.value", equalTo(new BigDecimal("120.00")))
                .body(
                        "items.measure.value",
                        contains(
                                new BigDecimal("100.00"),
                                new BigDecimal("60.00"),
                                new BigDecimal("180.00"),
                                new BigDecimal("120.00")))
                .body("median", equalTo(new BigDecimal("110.00")))
                .body("standing.percentile", equalTo(new BigDecimal("62.5")))
                .body("standing.below", equalTo(2))
                .body("standing.equal", equalTo(1))
                .body("standing.above", equalTo(1))
                .body("standing.overlapping", equalTo(2))
                .body(
                        "explanation.es",
                        equalTo(
                                "Tasa en es 13127, 2024: 120. La mediana de las 4 comunas más parecidas es 110. Valores "
                                        + "más bajos: 2; iguales: 1; más altos: 1. Con 2 de ellas la diferencia puede ser azar."))
                .body("explanation.en", containsString("The median of the 4 most similar communes is 110."))
                .body("sources.role", contains("NUMERATOR", "DENOMINATOR"));
    }

    /** 08102 is as alike as the first, and has no cases told. */
    @Test
    void communeWithoutAComparableValueIsPassedOverByName() {
        peersOf("13127", Map.of("indicator", RATE, "k", "4"))
                .body("passedOver.measure.territory.code", contains("08102"))
                .body("passedOver[0].reason", equalTo("NO_VALUE"))
                .body("passedOver[0].distance", equalTo(new BigDecimal("1.0000")));
        peersOf("13127", Map.of("indicator", RATE, "k", "2")).body("passedOver", empty());
    }

    @Test
    void fewerPeersThanAskedForAreToldToBeFew() {
        peersOf("13127", Map.of("indicator", RATE))
                .body("items", hasSize(6))
                .body(
                        "warnings.find { it.code == 'FEW_PEERS' }.message",
                        allOf(containsString("6"), containsString("8")));
        peersOf("13127", Map.of("indicator", RATE, "k", "6")).body("warnings.code", not(hasItem("FEW_PEERS")));
    }

    @Test
    void placeWithoutAValueHasPeersAndNoStanding() {
        peersOf("08102", Map.of("indicator", RATE, "k", "3"))
                .body("notComparable", equalTo("NO_VALUE"))
                .body("place.reason", equalTo("NO_DATA"))
                .body("items.measure.territory.code", contains("01101", "13127", "16101"))
                .body("median", equalTo(new BigDecimal("100.00")))
                .body("$", not(hasKey("standing")))
                .body("explanation.en", containsString("nothing that can be compared"));
    }

    @Test
    void regionCanBeLeftOut() {
        peersOf("13127", Map.of("indicator", RATE, "k", "3", "by", "population"))
                .body("distance.region", equalTo(false))
                .body("items[0].distance", equalTo(new BigDecimal("0.0000")))
                .body("items[2].distance", equalTo(new BigDecimal("1.4142")));
    }

    /** By poverty, one standard deviation from the mean on either side; the unreliable estimate of 13203 is no value. */
    @Test
    void anyIndicatorCanBeAFeature() {
        String poverty = Surveys.indicator(POVERTY).code();

        peersOf("13127", Map.of("indicator", RATE, "by", poverty))
                .body("distance.communes", equalTo(4))
                .body("distance.features[0].code", equalTo(poverty))
                .body("distance.features[0].scale", equalTo("LINEAR"))
                .body("distance.features[0].mean", equalTo(new BigDecimal("20.0000")))
                .body("distance.features[0].standardDeviation", equalTo(new BigDecimal("10.0000")))
                .body("items.measure.territory.code", contains("16101", "01101", "13101"))
                .body(
                        "items.distance",
                        contains(new BigDecimal("0.0000"), new BigDecimal("2.0000"), new BigDecimal("2.0000")));
        peersOf("08101", Map.of("indicator", RATE, "by", "population," + poverty))
                .body("items", empty())
                .body("median", nullValue())
                .body("distance.features[1].place", nullValue())
                .body("warnings.code", hasItem("PEERS_UNKNOWN"));
    }

    @Test
    void countNeedsToBeToldWhosePeopleAreCompared() {
        peersOf("13127", Map.of("indicator", COUNT, "k", "2", "population", PEOPLE.id()))
                .body("items.measure.value", contains(100, 60))
                .body("median", equalTo(new BigDecimal("80.00")));
        refused(Map.of("indicator", COUNT, "population", "nobody"))
                .body("errors.parameter", contains("population"))
                .body("errors.code", contains("NOT_ONE_OF"));
    }

    @Test
    void beforeTheReleaseNobodyIsKnownToBeAlike() {
        peersOf(
                        "13127",
                        Map.of(
                                "indicator",
                                RATE,
                                "asOf",
                                PUBLISHED_AT.minusSeconds(1).toString()))
                .body("items", empty())
                .body("distance.communes", equalTo(0))
                .body("warnings.code", hasItem("NO_RELEASE"));
    }

    @ParameterizedTest
    @CsvSource({
        "k,0,NOT_IN_RANGE",
        "k,51,NOT_IN_RANGE",
        "k,many,NOT_IN_RANGE",
        "period,2023..2024,NOT_ONE_PERIOD",
        "by,wealth,NOT_A_FEATURE",
        "by,T_NOBODY_KNOWS,NOT_A_FEATURE",
        "by,T_PEER_RATE,NOT_A_FEATURE",
        "by,region,REGION_ALONE",
        "by,'A,B,C,D,E,F,G',TOO_MANY",
        "population,Nobody!,WRONG_FORM",
        "asOf,yesterday,NOT_AN_INSTANT"
    })
    void malformedValueIsNamed(String parameter, String value, String code) {
        refused(Map.of("indicator", RATE, parameter, value))
                .body("errors.parameter", contains(parameter))
                .body("errors.code", contains(code));
    }

    @Test
    void everyFaultIsToldAtOnce() {
        Caller.reader()
                .queryParams(Map.of("k", "x", "by", "!"))
                .get("/v1/territories/{code}/peers", "13")
                .then()
                .statusCode(400)
                .body("errors.parameter", containsInAnyOrder("code", "indicator", "k", "by"))
                .body("errors.code", hasItem("NOT_A_COMMUNE"));
        refused(Map.of("indicator", "T_NOBODY_KNOWS"))
                .body("errors.parameter", contains("indicator"))
                .body("errors.code", contains("NOT_AN_INDICATOR"));
        Caller.reader()
                .queryParam("indicator", RATE)
                .get("/v1/territories/{code}/peers", "99999")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_TERRITORY"));
    }

    private static ValidatableResponse peersOf(String territory, Map<String, String> parameters) {
        return Caller.reader()
                .queryParams(parameters)
                .get("/v1/territories/{code}/peers", territory)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse refused(Map<String, String> parameters) {
        return Caller.reader()
                .queryParams(parameters)
                .get("/v1/territories/{code}/peers", "13127")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_QUESTION"));
    }
}
