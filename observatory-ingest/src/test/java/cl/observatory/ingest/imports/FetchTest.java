package cl.observatory.ingest.imports;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Rows;
import cl.observatory.ingest.ScriptedHost;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file that the observatory takes from its publisher is read like one that is sent. */
@QuarkusTest
@WithTestResource(Servers.class)
class FetchTest {

    private static ScriptedHost host;

    private Cases cases;

    @BeforeAll
    static void start() throws IOException {
        host = ScriptedHost.startAllowed();
    }

    @BeforeEach
    void defineDataset() {
        cases = Cases.define();
    }

    @AfterAll
    static void stop() throws IOException {
        host.close();
    }

    @Test
    void fetchedFileBecomesAnImportThatNamesItsAddress() {
        // Given
        host.file("/cases.csv", Cases.FILE);

        // When
        ValidatableResponse answer = fetch(host.address("/cases.csv"));

        // Then
        String id = answer.statusCode(202)
                .header("Location", startsWith("/v1/imports/"))
                .body("state", equalTo("AWAITING_APPROVAL"))
                .body("source.fetchedFrom", equalTo(host.address("/cases.csv")))
                .extract()
                .path("id");
        String sent = Cases.define().take(Cases.FILE);
        assertEquals(Rows.kept(sent), Rows.kept(id));
        Cases.get(sent).body("source", equalTo(withoutAddress(answer)));
    }

    @Test
    void fileThatBreaksOffLeavesNothing() {
        // Given
        host.answer("/cases.csv", "HTTP/1.1 200 OK\nContent-Length: 5000", Cases.FILE);
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = fetch(host.address("/cases.csv"));

        // Then
        isProblem(answer, 502, "FETCH_INCOMPLETE");
        assertEquals(before, Store.contents());
    }

    @Test
    void fileThatGrowsTooLargeLeavesNothing() {
        // Given
        String row = "13101,2024-01,40101,3\n".repeat(1000);
        StringBuilder chunks = new StringBuilder()
                .append(Integer.toHexString(Cases.HEADER.length()))
                .append("\r\n")
                .append(Cases.HEADER)
                .append("\r\n");
        for (int size = 0; size <= Servers.MAX_SOURCE_SIZE; size += row.length()) {
            chunks.append(Integer.toHexString(row.length()))
                    .append("\r\n")
                    .append(row)
                    .append("\r\n");
        }
        host.answer("/cases.csv", "HTTP/1.1 200 OK\nTransfer-Encoding: chunked", chunks + "0\r\n\r\n");
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = fetch(host.address("/cases.csv"));

        // Then
        isProblem(answer, 413, "FILE_TOO_LARGE");
        assertEquals(before, Store.contents());
    }

    @Test
    void whatTheHostSaysIsTold() {
        // Given
        host.answer("/cases.csv", "HTTP/1.1 404 Not Found\nContent-Length: 0", "");

        // When
        ValidatableResponse answer = fetch(host.address("/cases.csv"));

        // Then
        isProblem(answer, 502, "FETCH_STATUS").body("detail", containsString("404"));
    }

    @Test
    void hostThatIsNotAllowedIsNotAsked() {
        isProblem(fetch("https://example.org/cases.csv"), 403, "FETCH_HOST_NOT_ALLOWED");
        isProblem(fetch("cases.csv"), 400, "FETCH_ADDRESS_INVALID");
    }

    @Test
    void whatNoProfileReadsIsNotFetched() {
        // When
        ValidatableResponse answer = request(Caller.steward())
                .queryParam("profile", "no-such")
                .body("{\"url\": \"" + host.address("/unread.csv") + "\"}")
                .post("/v1/datasets/{id}/imports/fetch", cases.dataset())
                .then();

        // Then
        isProblem(answer, 404, "UNKNOWN_PROFILE");
        assertFalse(host.asked().contains("/unread.csv"));
    }

    @Test
    void onlyStewardsFetch() {
        request(Caller.approver())
                .queryParam("profile", Cases.PROFILE)
                .body("{\"url\": \"" + host.address("/cases.csv") + "\"}")
                .post("/v1/datasets/{id}/imports/fetch", cases.dataset())
                .then()
                .statusCode(403);
    }

    private static Map<String, Object> withoutAddress(ValidatableResponse answer) {
        Map<String, Object> source = answer.extract().path("source");
        source.remove("fetchedFrom");
        return source;
    }

    private ValidatableResponse fetch(String address) {
        return request(Caller.steward())
                .queryParam("profile", Cases.PROFILE)
                .body("{\"url\": \"" + address + "\"}")
                .post("/v1/datasets/{id}/imports/fetch", cases.dataset())
                .then();
    }

    private static RequestSpecification request(RequestSpecification caller) {
        return caller.contentType(ContentType.JSON).header("Accept-Language", "en");
    }

    private static ValidatableResponse isProblem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).body("code", equalTo(code));
    }
}
