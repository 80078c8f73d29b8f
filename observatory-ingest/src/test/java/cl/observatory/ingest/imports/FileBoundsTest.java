package cl.observatory.ingest.imports;

import static cl.observatory.ingest.Problems.isProblem;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Packed;
import cl.observatory.ingest.RawClient;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a caller sends, what it costs and what is answered is bounded. */
@QuarkusTest
@WithTestResource(Servers.class)
class FileBoundsTest {

    private Cases cases;
    private Map<String, Long> before;

    @BeforeEach
    void defineDataset() {
        cases = Cases.define();
        before = Store.contents();
    }

    @Test
    void fileOfJustTheLargestSizeIsTaken() {
        // Given
        String padding = "\n".repeat(Servers.MAX_SOURCE_SIZE - Cases.FILE.length());

        // When
        ValidatableResponse answer = cases.send(Cases.FILE + padding);

        // Then
        answer.statusCode(202)
                .body("source.bytes", equalTo(Servers.MAX_SOURCE_SIZE))
                .body("counts.received", equalTo(3));
    }

    @Test
    void oneByteMoreIsTooLarge() {
        // Given
        String padding = "\n".repeat(Servers.MAX_SOURCE_SIZE - Cases.FILE.length() + 1);

        // When
        ValidatableResponse answer = cases.send(Cases.FILE + padding);

        // Then
        isProblem(answer, 413, "FILE_TOO_LARGE").body("detail", containsString("3,145,728 bytes"));
        assertEquals(before, Store.contents());
    }

    @Test
    void smallFileThatUnpacksToALargeOneIsTooLarge() {
        // Given
        byte[] bomb = Packed.gzip(Cases.FILE + "\n".repeat(100 * Servers.MAX_EXPANDED_SIZE));

        // When
        ValidatableResponse answer = cases.send(bomb);

        // Then
        isProblem(answer, 413, "EXPANDS_TOO_MUCH").body("detail", containsString("100 times"));
        assertEquals(before, Store.contents());
    }

    @Test
    void fileThatUnpacksToALittleTooMuchIsTooLarge() {
        // Given
        String rows = IntStream.range(0, Servers.MAX_EXPANDED_SIZE / 10)
                .mapToObj("%012d%n"::formatted)
                .collect(Collectors.joining());

        // When
        ValidatableResponse answer = cases.send(Packed.gzip(Cases.FILE + "\n".repeat(500_000) + rows));

        // Then
        isProblem(answer, 413, "FILE_TOO_LARGE").body("detail", containsString("4,194,304 bytes"));
        assertEquals(before, Store.contents());
    }

    @Test
    void refusalDoesNotWaitForTheRestOfTheFile() throws IOException {
        try (RawClient client = new RawClient()) {
            // Given
            client.beginUpload("no-such-dataset", "Content-Length: 1000000000000");

            // When
            String answer = client.send(new byte[1 << 16]).answerOfItsLength();

            // Then
            assertThat(answer, allOf(startsWith("HTTP/1.1 404 "), containsString("UNKNOWN_DATASET")));
        }
    }

    @Test
    void badHeaderDoesNotWaitForTheRestOfTheFile() throws IOException {
        try (RawClient client = new RawClient()) {
            // Given
            client.beginUpload(cases.dataset(), "Content-Length: 1000000000000");

            // When
            String answer = client.send(("a,b\n" + "1,2\n".repeat(50_000)).getBytes(StandardCharsets.US_ASCII))
                    .answerOfItsLength();

            // Then
            assertThat(answer, allOf(startsWith("HTTP/1.1 422 "), containsString("MISSING_COLUMN")));
        }
        assertEquals(before, Store.contents());
    }

    @Test
    void callerWhoAsksFirstIsToldWhetherToSend() throws IOException {
        byte[] file = Cases.FILE.getBytes(StandardCharsets.UTF_8);
        String head = "Expect: 100-continue\nContent-Length: " + file.length;
        try (RawClient client = new RawClient();
                RawClient other = new RawClient()) {
            // When
            String go = client.beginUpload(cases.dataset(), head).answerOfItsLength();
            String end = client.send(file).answer();
            String no = other.beginUpload("no-such-dataset", head).answerOfItsLength();

            // Then
            assertThat(go, startsWith("HTTP/1.1 100 "));
            assertThat(end, startsWith("HTTP/1.1 202 "));
            assertThat(no, startsWith("HTTP/1.1 404 "));
        }
    }

    @Test
    void longLineIsTold() {
        isProblem(cases.send(Cases.HEADER + "x".repeat((1 << 20) + 1)), 422, "FILE_UNREADABLE")
                .body("errors[0].code", equalTo("LINE_TOO_LONG"))
                .body("errors[0].row", equalTo(2));
        assertEquals(before, Store.contents());
    }

    @Test
    void lineOfManyFieldsIsTold() {
        isProblem(cases.send(Cases.FILE + ",".repeat(20_000)), 422, "FILE_UNREADABLE")
                .body("errors[0].code", equalTo("TOO_MANY_COLUMNS"))
                .body("errors[0].row", equalTo(5));
        assertEquals(before, Store.contents());
    }

    @Test
    void longCellIsRepeatedInShort() {
        // When
        ValidatableResponse answer = cases.send(Cases.HEADER + "😀".repeat(400_000) + ",2024-01,40101,3\n");

        // Then
        isProblem(answer, 422, "FILE_REFUSED")
                .body("errors[0].value", equalTo("😀".repeat(100) + "…"))
                .body("errors[0].message.length()", lessThan(300));
        assertEquals(before, Store.contents());
    }

    @Test
    void controlCharactersAreRepeatedAsSigns() {
        // When
        ValidatableResponse answer = cases.send(Cases.HEADER + "\u001b[31m\u0001\u202e,2024-01,40101,3\n");

        // Then
        isProblem(answer, 422, "FILE_REFUSED").body("errors[0].value", equalTo("␛[31m␁\ufffd"));
    }

    @Test
    void manyUnknownColumnsAreToldInShort() {
        // Given
        String columns =
                IntStream.range(0, 1990).mapToObj(i -> "x".repeat(400) + i).collect(Collectors.joining(","));

        // When
        ValidatableResponse answer = cases.send("area,month,class,cases," + columns + "\n");

        // Then
        isProblem(answer, 422, "FILE_UNREADABLE")
                .body("errors.occurrences.sum()", equalTo(1990))
                .body("errors.size()", lessThanOrEqualTo(301))
                .body("errors.findAll { it.column != null }.column", everyItem(endsWith("…")));
        assertEquals(before, Store.contents());
    }

    @Test
    void manyBadValuesAreToldInShort() {
        // Given
        String rows = IntStream.range(0, 5000)
                .mapToObj(i -> "place %d,period %d,class %d,many %d%n".formatted(i, i, i, i))
                .collect(Collectors.joining());

        // When
        ValidatableResponse answer = cases.send(Cases.HEADER + rows);

        // Then
        isProblem(answer, 422, "FILE_REFUSED")
                .body("errors.occurrences.sum()", equalTo(20_000))
                .body("errors.size()", lessThanOrEqualTo(301))
                .body("errors.findAll { it.value == null }.column", equalTo(List.of("area", "month", "class", "cases")))
                .body("errors.findAll { it.value == null }.message", hasItem("\"…\" is no territory."))
                .body("errors.rows*.size()", everyItem(lessThanOrEqualTo(10)));
        assertEquals(before, Store.contents());
    }

    @Test
    void thirdFileAtATimeIsAskedToWait() throws IOException {
        byte[] file = Cases.FILE.getBytes(StandardCharsets.UTF_8);
        try (RawClient first = new RawClient();
                RawClient second = new RawClient()) {
            // Given
            String length = "Content-Length: " + (file.length + 1);
            first.beginUpload(cases.dataset(), length).send(file);
            second.beginUpload(Cases.define().dataset(), length).send(file);
            await().until(() -> Store.number(BrokenOffTest.UPLOADS_UNDER_WAY) == 2);

            // When
            ValidatableResponse third = cases.send(Cases.FILE);

            // Then
            isProblem(third, 429, "TOO_MANY_IMPORTS").header("Retry-After", "30");
            assertThat(first.send(new byte[] {'\n'}).answer(), startsWith("HTTP/1.1 202 "));
            cases.send(Cases.FILE).statusCode(202);
            assertThat(second.send(new byte[] {'\n'}).answer(), startsWith("HTTP/1.1 202 "));
        }
    }

    @Test
    void secondFileOfADataSetAtATimeIsAskedToWait() throws IOException {
        byte[] file = Cases.FILE.getBytes(StandardCharsets.UTF_8);
        try (RawClient first = new RawClient()) {
            // Given
            first.beginUpload(cases.dataset(), "Content-Length: " + (file.length + 1))
                    .send(file);
            await().until(() -> Store.number(BrokenOffTest.UPLOADS_UNDER_WAY) == 1);

            // When
            ValidatableResponse second = cases.send(Cases.FILE);

            // Then
            isProblem(second, 409, "IMPORT_UNDER_WAY").header("Retry-After", "5");
            assertThat(first.send(new byte[] {'\n'}).answer(), startsWith("HTTP/1.1 202 "));
        }
        cases.send(Cases.FILE).statusCode(202);
    }
}
