package cl.observatory.acceptance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.local.client.Refusal;
import cl.observatory.local.process.Waiting;
import cl.observatory.local.sample.SampleDefinitions;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An upload whose connection is cut half way leaves nothing: its idempotency key is free, and the whole file is taken. */
class BrokenOffUploadTest {

    private static final String HALF = "REF_AREA,TIME_PERIOD,CRIME_CLASS,OBS_VALUE\n13101,2024-01,40101,3\n";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Observatory observatory = Observatory.running();

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000000", "Transfer-Encoding: chunked"})
    void fileIsTakenAfterItsFirstUploadWasCutOff(String framing) throws IOException {
        // Given
        String dataset = "cut-" + UUID.randomUUID().toString().substring(0, 8);
        observatory
                .loading()
                .define(
                        dataset,
                        SampleDefinitions.casesDataset().replace(SampleDefinitions.CASES, dataset),
                        SampleDefinitions.casesProfile());
        String path = "/v1/datasets/" + dataset + "/imports?profile=" + SampleDefinitions.PROFILE;
        cutOff(path, framing);

        // When
        JsonNode taken = sendOnceTheCutIsSeen(path);

        // Then
        assertEquals(2, taken.get("counts").get("accepted").asInt());
        observatory.loading().approve(taken.get("id").asText());
        observatory.loading().awaitVisible(dataset, taken.get("id").asText());
        assertEquals(1, observatory.loading().releases(dataset).size());
    }

    /** As long as the service has not seen that the connection is cut, it says so, and to try again. */
    private JsonNode sendOnceTheCutIsSeen(String path) {
        List<JsonNode> taken = new ArrayList<>();
        assertTrue(Waiting.until(PATIENCE, () -> {
            try {
                taken.add(observatory
                        .steward()
                        .postCsv(path, List.of(HALF.getBytes(US_ASCII), "13101,2024-02,40101,4\n".getBytes(US_ASCII))));
            } catch (Refusal refusal) {
                assertTrue(refusal.getMessage().contains("IMPORT_UNDER_WAY"), refusal.getMessage());
            }
            return !taken.isEmpty();
        }));
        return taken.getFirst();
    }

    private void cutOff(String path, String framing) throws IOException {
        URI gateway = observatory.access().gateway();
        String head = "POST " + path + " HTTP/1.1\r\nHost: " + gateway.getAuthority() + "\r\nX-API-Key: "
                + observatory.access().stewardKey() + "\r\nContent-Type: text/csv\r\n" + framing + "\r\n\r\n";
        String body = framing.startsWith("Content-Length")
                ? HALF
                : Integer.toHexString(HALF.length()) + "\r\n" + HALF + "\r\n";
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write((head + body).getBytes(US_ASCII));
            out.flush();
        }
    }
}
