package cl.observatory.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.local.client.ProofOfWork;
import cl.observatory.local.client.Reporting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the door lets through to reports, and what somebody who watches the line sees of it. */
class ReportDoorTest {

    private static final int SIZE = 16_384;
    private static final String KEY = "0123456789abcdefABCDEF0123456789";

    private final Observatory observatory = Observatory.running();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void everyAnswerHasOneSizeAndNothingToFindItBy() throws IOException, InterruptedException {
        // Given
        Reporting resident = new Reporting(observatory.anyone());
        String report =
                resident.report("GUNSHOTS", "13101", "Disparos en la noche.").toString();
        resident.submit(resident.report("GUNSHOTS", "13101", "Para que se conozcan las comunas."));
        String proof = ProofOfWork.of("POST /v1/reports", LocalDate.now(ZoneOffset.UTC), 18);

        // When
        HttpResponse<byte[]> taken = post("/v1/reports", padded(report), "Proof-Of-Work", proof);
        List<HttpResponse<byte[]>> refused = List.of(
                post("/v1/reports", padded(report)),
                post("/v1/reports", report),
                post("/v1/reports", padded(report) + " "),
                post("/v1/reports", padded("{\"kind\": 1}"), "Proof-Of-Work", proof),
                post("/v1/reports", padded("no json"), "Proof-Of-Work", proof),
                post("/v1/reports?receipt=x", padded(report), "Proof-Of-Work", proof),
                post("/v1/reports/none", padded("{}")),
                post("/v1/reports/status", padded("{\"receipt\": \"x\"}")),
                post("/v1/reports/status", padded("{\"receipt\": \"0000-0000-0000-0000-0000-0000\"}")),
                post("/v1/reports/status", padded("{\"receipt\": \"0000-0000-0000-0000-0000-0001\"}")),
                post("/v1/relayed-reports", padded("{}")),
                post("/v1/relayed-reports", padded("{}"), "X-API-Key", "none"),
                get("/v1/reports"));

        // Then
        assertEquals(201, taken.statusCode(), new String(taken.body(), UTF_8).strip());
        assertConfidential(taken);
        for (HttpResponse<byte[]> each : refused) {
            assertTrue(each.statusCode() >= 400 && each.statusCode() < 500, each::toString);
            assertConfidential(each);
        }
    }

    @Test
    void moderationIsReachedByTheStaffAloneAndNotThroughTheGateway() throws IOException, InterruptedException {
        assertEquals(404, get("/v1/moderation/reports").statusCode());
        assertEquals(404, get("/v1/moderation").statusCode());
        URI moderation = observatory.access().moderation();
        assertEquals(
                401,
                ask(HttpRequest.newBuilder(moderation.resolve("/v1/moderation/reports")))
                        .statusCode());
        assertEquals(
                401,
                ask(HttpRequest.newBuilder(moderation.resolve("/v1/moderation/reports"))
                                .header("Authorization", "Bearer none"))
                        .statusCode());
        assertTrue(
                observatory.moderator("moderator").get("/v1/moderation/reports").has("items"));
        assertEquals(
                404,
                ask(HttpRequest.newBuilder(moderation.resolve("/v1/report-categories")))
                        .statusCode());
    }

    private static void assertConfidential(HttpResponse<byte[]> answer) {
        assertEquals(SIZE, answer.body().length, answer::toString);
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""), answer::toString);
        TreeSet<String> names = new TreeSet<>(answer.headers().map().keySet());
        names.removeAll(List.of(
                "allow",
                "cache-control",
                "connection",
                "content-language",
                "content-length",
                "content-security-policy",
                "content-type",
                "date",
                "referrer-policy",
                "vary",
                "www-authenticate",
                "x-content-type-options"));
        assertEquals(new TreeSet<>(), names, answer::toString);
        assertTrue(!new String(answer.body(), UTF_8).contains("requestId"), answer::toString);
    }

    private HttpResponse<byte[]> post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        observatory.access().gateway().resolve(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", KEY)
                .POST(BodyPublishers.ofString(body));
        return ask(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(observatory.access().gateway().resolve(path)));
    }

    private HttpResponse<byte[]> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String padded(String json) {
        return json + " ".repeat(SIZE - json.length());
    }
}
