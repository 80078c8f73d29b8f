package cl.observatory.ingest.imports;

import static cl.observatory.ingest.Problems.isProblem;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.AtOnce;
import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Definitions;
import cl.observatory.ingest.Packed;
import cl.observatory.ingest.RelayLock;
import cl.observatory.ingest.Rows;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import com.github.luben.zstd.ZstdInputStream;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of an import, from the file to the release or the refusal. */
@QuarkusTest
@WithTestResource(Servers.class)
class ImportsTest {

    private Cases cases;

    @BeforeEach
    void defineDataset() {
        cases = Cases.define();
    }

    @Test
    void fileIsTakenAndWaitsForASecondPerson() {
        // When
        ValidatableResponse answer = cases.send(Cases.FILE);

        // Then
        String id = answer.statusCode(202).extract().path("id");
        answer.header("Location", "/v1/imports/" + id)
                .body("dataset", equalTo(cases.dataset()))
                .body("profile.name", equalTo("plain"))
                .body("profile.version", equalTo(1))
                .body("state", equalTo("AWAITING_APPROVAL"))
                .body("counts.received", equalTo(3))
                .body("counts.accepted", equalTo(3))
                .body("counts.rejected", equalTo(0))
                .body("periods.first", equalTo("2024-01"))
                .body("periods.last", equalTo("2024-02"))
                .body("source.bytes", equalTo(Cases.FILE.length()))
                .body("source.sha256", matchesPattern("[0-9a-f]{64}"))
                .body("checksum", matchesPattern("[0-9a-f]{64}"))
                .body("submittedBy", equalTo("steward"))
                .body("conflicts", hasSize(0))
                .body("decision", nullValue())
                .body("publication", nullValue());
        assertEquals(
                List.of("13101|2024-01|40101|3|P", "01101|2024-01|40101|0|P", "13101|2024-02|40102||O"), Rows.kept(id));
        assertEquals(0, Store.number("select count(*) from release where dataset_id = ?", cases.dataset()));
    }

    @Test
    void importIsReadAgainAsItWasAnswered() {
        // Given
        ValidatableResponse taken = cases.send(Cases.FILE).statusCode(202);

        // When
        ValidatableResponse again = Cases.get(taken.extract().path("id"));

        // Then
        Map<String, Object> answered = taken.extract().path("");
        again.statusCode(200).body("findAll { it.key != 'submittedAt' }", equalTo(without(answered, "submittedAt")));
    }

    @Test
    void packedSourceIsKeptByteForByte() throws IOException {
        // Given
        byte[] file = Packed.gzip(Cases.file(5000));

        // When
        String id = cases.send(cases.upload().contentType("application/gzip"), file)
                .statusCode(202)
                .body("counts.accepted", equalTo(5000))
                .extract()
                .path("id");

        // Then
        assertArrayEquals(file, unpacked(pieces(id)));
    }

    @Test
    void longSourceIsKeptInPieces() throws IOException {
        // Given
        cases = Cases.define(Definitions.profile(Cases.PROFILE)
                .replace("\"components\"", "\"ignoredColumns\": [\"note\"], \"components\""));
        StringBuilder file = new StringBuilder("area,month,class,cases,note\n");
        Random random = new Random(1);
        Cases.file(300).lines().skip(1).forEach(row -> {
            byte[] noise = new byte[6000];
            random.nextBytes(noise);
            file.append(row)
                    .append(',')
                    .append(Base64.getEncoder().encodeToString(noise))
                    .append('\n');
        });
        byte[] sent = file.toString().getBytes(StandardCharsets.US_ASCII);

        // When
        String id = cases.send(sent).statusCode(202).extract().path("id");

        // Then
        List<byte[]> pieces = pieces(id);
        assertEquals(
                List.of(1 << 20, pieces.getLast().length),
                pieces.stream().map(piece -> piece.length).toList());
        assertArrayEquals(sent, unpacked(pieces));
    }

    private static List<byte[]> pieces(String importId) {
        return Store.query(
                "select data from import_source where import_id = ? order by sequence",
                piece -> piece.getBytes(1),
                UUID.fromString(importId));
    }

    private static byte[] unpacked(List<byte[]> pieces) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        pieces.forEach(whole::writeBytes);
        try (ZstdInputStream kept = new ZstdInputStream(new ByteArrayInputStream(whole.toByteArray()))) {
            return kept.readAllBytes();
        }
    }

    @Test
    void approvalPublishesTheNextRelease() {
        // Given
        String id = cases.take(Cases.FILE);

        // When
        ValidatableResponse answer = Cases.decide(Caller.approver(), id, "APPROVE");

        // Then
        answer.statusCode(200)
                .body("decision.decision", equalTo("APPROVE"))
                .body("decision.decidedBy", equalTo("approver"))
                .body("publication.release", equalTo(id))
                .body("publication.sequence", equalTo(1))
                .body("publication.events", equalTo(2));
        await().untilAsserted(
                        () -> Cases.get(id).body("state", equalTo("PUBLISHED")).body("publication.sent", equalTo(2)));
    }

    @Test
    void importIsBeingPublishedUntilTheBrokerHasEveryEvent() throws Exception {
        // Given
        // of seven years
        String id = cases.take(Cases.file(2500));
        try (var _ = RelayLock.take()) {
            // When
            Cases.decide(Caller.approver(), id, "APPROVE")
                    .body("state", equalTo("PUBLISHING"))
                    .body("publication.events", equalTo(8))
                    .body("publication.sent", equalTo(0));
            Store.update(
                    "update outbox set sent_at = now() where id = (select event_id from release_batch "
                            + "where release_id = ? and sequence = 0)",
                    UUID.fromString(id));

            // Then
            Cases.get(id).body("state", equalTo("PUBLISHING")).body("publication.sent", equalTo(1));
        }
        await().untilAsserted(() -> Cases.get(id).body("state", equalTo("PUBLISHED")));
    }

    @Test
    void releasesAreNumberedInTheOrderOfTheirApproval() {
        // Given
        cases.take(Cases.FILE);
        String second = cases.take(Cases.file(10));

        // When
        Cases.approve(second);
        String third = cases.publish(Cases.FILE);

        // Then
        Cases.get(second).body("publication.sequence", equalTo(1));
        Cases.get(third).body("publication.sequence", equalTo(2)).body("basedOn", equalTo(second));
    }

    @Test
    void importIsNotApprovedOnceAnotherReleaseHolds() {
        // Given
        String first = cases.take(Cases.FILE);
        String second = cases.take(Cases.file(10));
        Cases.approve(second);
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = Cases.decide(Caller.approver(), first, "APPROVE");

        // Then
        isProblem(answer, 409, "IMPORT_STALE");
        assertEquals(before, Store.contents());
        Cases.decide(Caller.approver(), first, "REJECT").statusCode(200);
    }

    @Test
    void rejectionEndsTheImport() {
        // Given
        String id = cases.take(Cases.FILE);
        Map<String, Long> expected = Store.contents();
        expected.merge("audit_entry", 1L, Long::sum);

        // When
        ValidatableResponse answer = Caller.approver()
                .contentType(ContentType.JSON)
                .body("{\"decision\": \"REJECT\", \"note\": \"totales no cuadran\"}")
                .post("/v1/imports/{id}/approval", id)
                .then();

        // Then
        answer.statusCode(200)
                .body("state", equalTo("REJECTED"))
                .body("decision.note", equalTo("totales no cuadran"))
                .body("publication", nullValue());
        assertEquals(expected, Store.contents());
        String next = cases.publish(Cases.FILE);
        Cases.get(next).body("publication.sequence", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPROVE", "REJECT"})
    void decisionIsFinal(String first) {
        for (String second : List.of("APPROVE", "REJECT")) {
            // Given
            String id = Cases.define().take(Cases.FILE);
            Cases.decide(Caller.approver(), id, first).statusCode(200);
            Map<String, Long> before = Store.contents();

            // When
            ValidatableResponse answer = Cases.decide(Caller.as("other", "data:approve"), id, second);

            // Then
            isProblem(answer, 409, "IMPORT_ALREADY_DECIDED");
            assertEquals(before, Store.contents());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPROVE", "REJECT"})
    void whoSentTheFileCannotDecide(String decision) {
        // Given
        String id = cases.take(Cases.FILE);
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = Cases.decide(Caller.as("steward", "data:write", "data:approve"), id, decision);

        // Then
        isProblem(answer, 403, "SAME_PRINCIPAL");
        Cases.get(id).body("state", equalTo("AWAITING_APPROVAL"));
        assertEquals(before, Store.contents());
    }

    @Test
    void whoMayOnlySendCannotDecide() {
        // Given
        String id = cases.take(Cases.FILE);

        // When
        ValidatableResponse answer = Cases.decide(Caller.as("other", "data:write", "data:read"), id, "APPROVE");

        // Then
        isProblem(answer, 403, "FORBIDDEN");
        Cases.get(id).body("state", equalTo("AWAITING_APPROVAL"));
    }

    @Test
    void twoWhoDecideAtOnceDecideOnce() throws Exception {
        // Given
        String id = cases.take(Cases.FILE);

        // When
        List<Integer> statuses = AtOnce.run(
                6,
                caller -> Cases.decide(Caller.as("approver-" + caller, "data:approve"), id, "APPROVE")
                        .extract()
                        .statusCode());

        // Then
        assertEquals(1, statuses.stream().filter(status -> status == 200).count());
        assertEquals(5, statuses.stream().filter(status -> status == 409).count());
        assertEquals(1, Store.number("select count(*) from release where dataset_id = ?", cases.dataset()));
    }

    @Test
    void unknownImportIsNotFound() {
        String id = UUID.randomUUID().toString();

        isProblem(Cases.get(id), 404, "UNKNOWN_IMPORT");
        isProblem(Cases.decide(Caller.approver(), id, "APPROVE"), 404, "UNKNOWN_IMPORT");
        isProblem(Cases.get("none"), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"decision\": \"MAYBE\"}", "{\"decision\": \"APPROVE\", \"force\": true}", "null", ""})
    void decisionThatIsNoneChangesNothing(String body) {
        // Given
        String id = cases.take(Cases.FILE);

        // When
        ValidatableResponse answer = Caller.approver()
                .contentType(ContentType.JSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports/{id}/approval", id)
                .then();

        // Then
        answer.statusCode(400).contentType("application/problem+json");
        Cases.get(id).body("state", equalTo("AWAITING_APPROVAL"));
    }

    @Test
    void definitiveFileGivesFinalValues() {
        // When
        String id = cases.send(
                        cases.upload().queryParam("status", "DEFINITIVE"), Cases.FILE.getBytes(StandardCharsets.UTF_8))
                .statusCode(202)
                .extract()
                .path("id");

        // Then
        assertEquals("13101|2024-01|40101|3|A", Rows.kept(id).getFirst());
    }

    private static Map<String, Object> without(Map<String, Object> map, String key) {
        Map<String, Object> rest = new LinkedHashMap<>(map);
        rest.remove(key);
        return rest;
    }
}
