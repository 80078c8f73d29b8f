package cl.observatory.ingest.imports;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.release.ObservationAttribute;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ObservationBatchCodec;
import cl.observatory.events.release.ReleaseChecksum;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Definitions;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A survey's file, from what its steward sends to what readers are told. */
@QuarkusTest
@WithTestResource(Servers.class)
class EstimateFilesTest {

    private static final String PROFILE = """
            {"name": "survey", "decimalSeparator": ",", "delimiter": ";",
             "components": {"REF_AREA": {"column": "comuna"}, "TIME_PERIOD": {"column": "ola"},
                            "OBS_VALUE": {"column": "p"}, "STD_ERR": {"column": "ee"}, "LOWER_CI": {"column": "li"},
                            "UPPER_CI": {"column": "ls"}, "SAMPLE_SIZE": {"column": "n"}, "DF": {"column": "gl"}},
             "ignoredColumns": ["cv"]}
            """;

    private static final String FILE = """
            comuna;ola;p;ee;li;ls;n;gl;cv
            13101;2024;0,36;0,015;0,331;0,39;480;37;4,2
            1101;2024;0,2;;0,1;0,4;;;31,5
            """;

    private String dataset;

    @BeforeEach
    void define() {
        dataset = Definitions.newId();
        Cases.post("/v1/datasets", Definitions.estimates(dataset)).statusCode(201);
        Cases.post("/v1/datasets/" + dataset + "/profiles", PROFILE).statusCode(201);
    }

    @Test
    void whatStandsBesideAValueReachesReadersWithIt() {
        // Given
        String id = send("survey", FILE).statusCode(202).extract().path("id");

        // When
        Cases.decide(Caller.approver(), id, "APPROVE").statusCode(200);

        // Then
        ObservationBatch batch = batches().getFirst();
        assertEquals(3_600, batch.value(0));
        assertEquals(150, batch.attribute(ObservationAttribute.STD_ERR, 0));
        assertEquals(3_310, batch.attribute(ObservationAttribute.LOWER_CI, 0));
        assertEquals(3_900, batch.attribute(ObservationAttribute.UPPER_CI, 0));
        assertEquals(480, batch.attribute(ObservationAttribute.SAMPLE_SIZE, 0));
        assertEquals(37, batch.attribute(ObservationAttribute.DF, 0));
        assertEquals(ObservationBatch.MISSING, batch.attribute(ObservationAttribute.STD_ERR, 1));
        assertEquals(1_000, batch.attribute(ObservationAttribute.LOWER_CI, 1));
        ReleaseChecksum checksum = new ReleaseChecksum();
        checksum.add(batch);
        assertEquals(checksum.hex(), release().checksum());
    }

    @Test
    void whatIsWrongBesideAValueIsNamed() {
        // When
        ValidatableResponse answer =
                send("survey", FILE.replace("0,331;0,39", "0,39;0,331").replace("0,2;;", "0,2;-0,1;"));

        // Then
        answer.statusCode(422)
                .body("code", equalTo("FILE_REFUSED"))
                .body("errors.code", contains("VALUE_OUTSIDE_INTERVAL", "NEGATIVE_ATTRIBUTE"))
                .body("errors.rows", contains(List.of(2), List.of(3)));
    }

    @Test
    void whatTheObservatoryWritesOfEstimatesItReadsAgain() {
        // Given
        String id = send("survey", FILE).statusCode(202).extract().path("id");
        String export = Caller.steward()
                .get("/v1/imports/{id}/observations.csv", id)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // When
        String again = send("observatory-csv", export).statusCode(202).extract().path("id");

        // Then
        assertEquals(checksum(id), checksum(again));
        assertEquals(
                "REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,STD_ERR,LOWER_CI,UPPER_CI,SAMPLE_SIZE,DF",
                export.lines().findFirst().orElseThrow());
    }

    @Test
    void attributesAreComponentsOfEstimatesAloneAndComeFromColumns() {
        // Given
        String cases = Cases.define().dataset();

        // When
        ValidatableResponse ofCounts = Cases.post(
                "/v1/datasets/" + cases + "/profiles",
                Definitions.profile("errors")
                        .replace("\"OBS_VALUE\"", "\"STD_ERR\": {\"column\": \"se\"}, \"OBS_VALUE\""));
        ValidatableResponse constant = Cases.post(
                "/v1/datasets/" + dataset + "/profiles",
                PROFILE.replace("{\"column\": \"gl\"}", "{\"constant\": \"37\"}"));

        // Then
        ofCounts.statusCode(400).body("errors.code", hasItem("COMPONENT_UNKNOWN"));
        constant.statusCode(400)
                .body("errors.code", hasItem("ATTRIBUTE_FROM_COLUMN"))
                .body("errors.pointer", hasItem("/components/DF"));
    }

    private ValidatableResponse send(String profile, String file) {
        return Cases.csv(Caller.steward())
                .queryParam("profile", profile)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/datasets/{id}/imports", dataset)
                .then();
    }

    private static String checksum(String importId) {
        return Store.query("select checksum from import where id = ?::uuid", row -> row.getString(1), importId)
                .getFirst();
    }

    private List<ObservationBatch> batches() {
        List<ObservationBatch> batches = new ArrayList<>();
        Store.outbox(dataset).stream()
                .filter(event -> event.type().equals(ObservationBatch.TYPE))
                .forEach(event -> batches.add(ObservationBatchCodec.decode(event.data())));
        return batches;
    }

    private ReleasePublished release() {
        return Store.outbox(dataset).stream()
                .filter(event -> event.type().equals(ReleasePublished.TYPE))
                .findFirst()
                .orElseThrow()
                .data(ReleasePublished.class);
    }
}
