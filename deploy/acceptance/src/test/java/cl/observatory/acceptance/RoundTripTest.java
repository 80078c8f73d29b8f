package cl.observatory.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.local.sample.SampleCases;
import cl.observatory.local.sample.SampleDefinitions;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What anybody downloads as CSV, a steward can send back as it is, and it says the same. */
class RoundTripTest {

    private static final String BUILT_IN = "observatory-csv";

    private final Observatory observatory = Observatory.running();

    @Test
    void exportedFileIsImportedAgainUnchanged() throws IOException, InterruptedException {
        // Given
        String original = define("original");
        List<byte[]> rows = Stream.of(
                        "REF_AREA,TIME_PERIOD,CRIME_CLASS,OBS_VALUE,OBS_STATUS\n",
                        "13101,2024-01,40101,0,A\n",
                        "13101,2024-02,40101,,O\n",
                        "01101,2024-02,40102,1234567,P\n",
                        "05101,2023-12,40103,7,\n")
                .map(line -> line.getBytes(UTF_8))
                .toList();
        String first = publish(original, BUILT_IN, rows);

        // When
        HttpResponse<String> file = download(original);
        String copy = define("copy");
        String second = publish(copy, BUILT_IN, List.of(file.body().getBytes(UTF_8)));

        // Then
        assertEquals(checksum(first), checksum(second));
        assertEquals(file.body(), download(copy).body());
        assertEquals(first, file.headers().firstValue("Observatory-Release").orElseThrow());
        assertEquals(
                "text/csv;charset=utf-8;header=present",
                file.headers().firstValue("Content-Type").orElseThrow().toLowerCase(Locale.ROOT));
    }

    @Test
    void wholeTableComesThroughTheGateway() throws IOException, InterruptedException {
        // Given
        String dataset = define("table");
        List<String> communes = observatory.reference().communes();
        SampleCases cases =
                new SampleCases(1, communes, List.of("40101", "40102", "40103", "40104"), YearMonth.of(2024, 1), 12);
        publish(dataset, SampleDefinitions.PROFILE, cases);

        // When
        HttpResponse<String> file = download(dataset);

        // Then
        assertEquals(200, file.statusCode());
        assertEquals(cases.rows() + 1, file.body().lines().count());
        assertTrue(file.body().endsWith("\r\n"));
    }

    private String define(String prefix) {
        String id = prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
        observatory
                .loading()
                .define(
                        id,
                        SampleDefinitions.casesDataset().replace(SampleDefinitions.CASES, id),
                        SampleDefinitions.casesProfile());
        return id;
    }

    private String publish(String dataset, String profile, Iterable<byte[]> file) {
        String release = observatory.loading().publish(dataset, profile, file);
        observatory.loading().awaitVisible(dataset, release);
        return release;
    }

    private String checksum(String release) {
        JsonNode published = observatory.anyone().get("/v1/releases/" + release);
        return published.get("checksum").asText();
    }

    private HttpResponse<String> download(String dataset) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(
                                    observatory.access().gateway().resolve("/v1/datasets/" + dataset + "/observations"))
                            .header("Accept", "text/csv")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
