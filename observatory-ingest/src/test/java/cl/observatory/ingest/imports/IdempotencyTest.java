package cl.observatory.ingest.imports;

import static cl.observatory.ingest.Problems.isProblem;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.RawClient;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same key with the same request and file is the same import, however often and at whatever time it comes. */
@QuarkusTest
@WithTestResource(Servers.class)
class IdempotencyTest {

    private Cases cases;
    private String key;

    @BeforeEach
    void defineDataset() {
        cases = Cases.define();
        key = UUID.randomUUID().toString();
    }

    @Test
    void sameRequestGivesTheSameImport() {
        // Given
        ValidatableResponse first = send(keyed(), Cases.FILE).statusCode(202);
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse second = send(keyed(), Cases.FILE);

        // Then
        String id = first.extract().path("id");
        second.statusCode(202).header("Location", "/v1/imports/" + id).body("id", equalTo(id));
        assertEquals(before, Store.contents());
    }

    @Test
    void repeatedRequestTellsWhereTheImportStandsNow() {
        // Given
        String id = send(keyed(), Cases.FILE).statusCode(202).extract().path("id");
        Cases.decide(Caller.approver(), id, "REJECT").statusCode(200);

        // When
        ValidatableResponse again = send(keyed(), Cases.FILE);

        // Then
        again.statusCode(202).body("id", equalTo(id)).body("state", equalTo("REJECTED"));
    }

    @Test
    void otherFileUnderTheSameKeyIsRefused() {
        // Given
        send(keyed(), Cases.FILE).statusCode(202);
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = send(keyed(), Cases.file(3));

        // Then
        isProblem(answer, 409, "IDEMPOTENCY_KEY_REUSED");
        assertEquals(before, Store.contents());
    }

    @Test
    void otherParametersUnderTheSameKeyAreRefused() {
        // Given
        send(keyed(), Cases.FILE).statusCode(202);

        // When
        ValidatableResponse answer = send(keyed().queryParam("status", "DEFINITIVE"), Cases.FILE);

        // Then
        isProblem(answer, 409, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void keyOfSomebodyElseIsAnotherKey() {
        // Given
        String first = send(keyed(), Cases.FILE).statusCode(202).extract().path("id");

        // When
        String second = send(
                        cases.upload(Caller.as("other-steward", "data:write")).header("Idempotency-Key", key),
                        Cases.FILE)
                .statusCode(202)
                .extract()
                .path("id");

        // Then
        assertEquals(2, List.of(first, second).stream().distinct().count());
    }

    @Test
    void refusedFileDoesNotUseTheKeyUp() {
        // Given
        send(keyed(), Cases.HEADER + "1999,2024-01,40101,3\n").statusCode(422);

        // When
        ValidatableResponse answer = send(keyed(), Cases.FILE);

        // Then
        answer.statusCode(202);
    }

    @Test
    void withoutAKeyTheSameFileSentTwiceIsOneImport() {
        // Given
        String first = cases.take(Cases.FILE);

        // When
        String second = cases.take(Cases.FILE);

        // Then
        assertEquals(first, second);
    }

    @Test
    void fileThatCameBeforeAnotherOneIsAnImportAgain() {
        // Given
        String first = cases.take(Cases.FILE);
        cases.take(Cases.file(3));

        // When
        String second = cases.take(Cases.FILE);

        // Then
        assertNotEquals(first, second);
    }

    @Test
    void fileThatWasRejectedIsAnImportAgain() {
        // Given
        String first = cases.take(Cases.FILE);
        Cases.decide(Caller.approver(), first, "REJECT").statusCode(200);

        // When
        String second = cases.take(Cases.FILE);

        // Then
        assertNotEquals(first, second);
    }

    @Test
    void sameFileForAnotherStatusIsAnotherImport() {
        // Given
        String first = cases.take(Cases.FILE);

        // When
        String second = cases.send(
                        cases.upload().queryParam("status", "DEFINITIVE"), Cases.FILE.getBytes(StandardCharsets.UTF_8))
                .statusCode(202)
                .extract()
                .path("id");

        // Then
        assertNotEquals(first, second);
    }

    @Test
    void sameRequestWhileTheFirstIsUnderWayIsOneImportInTheEnd() throws IOException {
        // Given
        byte[] file = Cases.FILE.getBytes(StandardCharsets.UTF_8);
        try (RawClient first = new RawClient()) {
            first.beginUpload(cases.dataset(), "Idempotency-Key: %s\nContent-Length: %d".formatted(key, file.length))
                    .send(Arrays.copyOf(file, file.length - 1));
            await().until(() -> Store.number(BrokenOffTest.UPLOADS_UNDER_WAY) == 1);

            // When
            ValidatableResponse meanwhile = send(keyed(), Cases.FILE);

            // Then
            isProblem(meanwhile, 409, "IMPORT_UNDER_WAY");
            assertThat(first.send(new byte[] {file[file.length - 1]}).answer(), startsWith("HTTP/1.1 202 "));
        }
        send(keyed(), Cases.FILE).statusCode(202);
        assertEquals(1, Store.number("select count(*) from import where idempotency_key = ?", key));
        assertEquals(1, Store.number("select count(*) from import where dataset_id = ?", cases.dataset()));
    }

    private RequestSpecification keyed() {
        return cases.upload().header("Idempotency-Key", key);
    }

    private ValidatableResponse send(RequestSpecification upload, String file) {
        return cases.send(upload, file.getBytes(StandardCharsets.UTF_8));
    }
}
