package cl.observatory.gateway.staff;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jose4j.http.Response;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;

/**
 * Fetches the provider's keys, at most once in a while whatever is asked: tokens can be made up by anybody, each with a
 * key of another name. Follows no redirect, and blocks, so it belongs on a virtual thread.
 */
final class IssuerKeys implements SimpleGet {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long LARGEST = 256 * 1024L;
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Clock clock;
    private final Duration atMostEvery;
    private Instant notBefore = Instant.MIN;

    IssuerKeys(Clock clock, Duration atMostEvery) {
        this.clock = clock;
        this.atMostEvery = atMostEvery;
    }

    /**
     * @throws IOException also when the last attempt, good or not, was just now
     */
    @Override
    public synchronized SimpleResponse get(String location) throws IOException {
        Instant now = clock.instant();
        if (now.isBefore(notBefore)) {
            throw new IOException("the keys of the issuer were fetched just now");
        }
        notBefore = now.plus(atMostEvery);
        HttpRequest request = HttpRequest.newBuilder(URI.create(location))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build();
        try {
            HttpResponse<String> answer =
                    client.send(request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST));
            if (answer.statusCode() != OK) {
                throw new IOException("the issuer answered " + answer.statusCode() + " when asked for its keys");
            }
            // Without its headers: for how long keys are used is said by our configuration.
            return new Response(OK, "OK", Map.of(), answer.body());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException().initCause(stopping);
        }
    }
}
