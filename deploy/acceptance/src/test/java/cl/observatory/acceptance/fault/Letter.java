package cl.observatory.acceptance.fault;

import cl.observatory.local.client.ProofOfWork;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request that may be sent again as it was, until somebody answers. */
record Letter(String path, Map<String, String> headers, String body) {

    private static final int SIZE = 16_384;
    private static final int KEY_BYTES = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SecureRandom RANDOM = new SecureRandom();

    Letter {
        headers = Map.copyOf(headers);
    }

    /** With a key and a proof of its own. */
    static Letter of(String path, JsonNode body) {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return new Letter(
                path,
                Map.of(
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(key),
                        "Proof-Of-Work",
                        ProofOfWork.of("POST " + path, LocalDate.now(ZoneOffset.UTC), FaultyStack.PROOF_BITS)),
                body.toString());
    }

    Letter fromOrganization(String apiKey) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put("X-API-Key", apiKey);
        return new Letter(path, more, body);
    }

    record Answer(int status, int size, JsonNode body) {

        boolean isAcknowledgement() {
            return status / 100 == 2;
        }

        /** Empty when it has none. */
        String receipt() {
            return body.path("receipt").asText();
        }
    }

    /** Empty when no answer came, or none that was whole. */
    Optional<Answer> send(URI gateway) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofByteArray(padded()));
        headers.forEach(request::header);
        // a connection that the last fault broke is nobody's fault
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return Optional.of(
                    new Answer(response.statusCode(), response.body().length, JSON.readTree(response.body())));
        } catch (IOException none) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", interrupted);
        }
    }

    private byte[] padded() {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(bytes, SIZE);
        Arrays.fill(padded, bytes.length, SIZE, (byte) ' ');
        return padded;
    }
}
