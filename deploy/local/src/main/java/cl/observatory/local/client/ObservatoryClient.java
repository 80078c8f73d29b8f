package cl.observatory.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
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

/**
 * Calls the API with one key or token, or with none, and gives JSON. Every answer other than success is thrown as a {@link
 * Refusal}, with the words of its problem document.
 */
public final class ObservatoryClient {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int FIRST_REFUSAL = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFIDENTIAL_SIZE = 16_384;
    private static final int IDEMPOTENCY_KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI address;
    private final Map<String, String> identity;

    private ObservatoryClient(URI address, Map<String, String> identity) {
        this.address = address;
        this.identity = identity;
    }

    public static ObservatoryClient anonymous(URI gateway) {
        return new ObservatoryClient(gateway, Map.of());
    }

    public static ObservatoryClient withKey(URI gateway, String key) {
        return new ObservatoryClient(gateway, Map.of("X-API-Key", key));
    }

    /** A member of the staff, who is let in by a token and not through the gateway. */
    public static ObservatoryClient withToken(URI moderation, String token) {
        return new ObservatoryClient(moderation, Map.of("Authorization", "Bearer " + token));
    }

    /**
     * @param path with its query, such as {@code /v1/datasets?limit=10}
     */
    public JsonNode get(String path) {
        return send(request(path).GET());
    }

    /** Whether there is something at the address. */
    public boolean exists(String path) {
        try {
            get(path);
            return true;
        } catch (Refusal refused) {
            if (refused.status() != NOT_FOUND) {
                throw refused;
            }
            return false;
        }
    }

    public JsonNode post(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    /**
     * Sends what nobody else is to know of: of the size that all such bodies have, and once, however often it arrives.
     *
     * @param proofBits how much work is to be proved
     */
    public JsonNode postInConfidence(String path, String body, int proofBits) {
        byte[] key = new byte[IDEMPOTENCY_KEY_BYTES];
        RANDOM.nextBytes(key);
        return send(request(path)
                .header("Content-Type", "application/json")
                .header(
                        "Idempotency-Key",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(key))
                .header("Proof-Of-Work", ProofOfWork.of("POST " + path, LocalDate.now(ZoneOffset.UTC), proofBits))
                .POST(BodyPublishers.ofByteArray(padded(body))));
    }

    private static byte[] padded(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(bytes, CONFIDENTIAL_SIZE);
        Arrays.fill(padded, bytes.length, CONFIDENTIAL_SIZE, (byte) ' ');
        return padded;
    }

    /** Does something with what is still as the caller saw it. */
    public JsonNode postIfMatch(String path, String version, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", '"' + version + '"')
                .POST(BodyPublishers.ofString(body)));
    }

    public JsonNode put(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    /** Sends a CSV file in pieces, while they are made. */
    public JsonNode postCsv(String path, Iterable<byte[]> pieces) {
        return postFile(path, "text/csv", BodyPublishers.ofByteArrays(pieces));
    }

    public JsonNode postFile(String path, String mediaType, BodyPublisher file) {
        return send(request(path).header("Content-Type", mediaType).POST(file));
    }

    public JsonNode putFile(String path, String mediaType, BodyPublisher file) {
        return send(request(path).header("Content-Type", mediaType).PUT(file));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).header("Accept-Language", "en");
        identity.forEach(request::header);
        return request;
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= FIRST_REFUSAL) {
                throw new Refusal(response.statusCode(), sentence(response));
            }
            return json.readTree(response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException("Nothing answers at " + address, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", interrupted);
        }
    }

    private static String sentence(HttpResponse<String> response) {
        return "%s %s was answered with %d: %s"
                .formatted(
                        response.request().method(),
                        response.request().uri().getPath(),
                        response.statusCode(),
                        response.body());
    }
}
