package cl.observatory.reports.custody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The HTTP API of the transit engine of HashiCorp Vault and OpenBao, as far as it is needed here. Keys can be neither
 * exported nor backed up by it.
 */
final class TransitEngine {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client;
    private final String mount;
    private final Path tokenFile;
    private final Duration timeout;

    private record Answer(int status, JsonNode data) {}

    /**
     * @param mount with the server's address: {@code https://vault:8200/v1/transit}
     */
    TransitEngine(URI mount, Path tokenFile, Duration timeout) {
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
        this.mount = mount.toString();
        this.tokenFile = tokenFile;
        this.timeout = timeout;
    }

    /** Makes a key, unless there is one of the name. */
    void create(String name) {
        expectDone(
                post(
                        "/keys/" + name,
                        Map.of("type", "aes256-gcm96", "exportable", false, "allow_plaintext_backup", false)),
                "create");
    }

    String encrypt(String name, byte[] plain) {
        Answer answer =
                post("/encrypt/" + name, Map.of("plaintext", Base64.getEncoder().encodeToString(plain)));
        return text(answer, "ciphertext").orElseThrow(() -> refused("encrypt", answer));
    }

    /** Empty when the key is not there any more. */
    Optional<byte[]> decrypt(String name, String ciphertext) {
        Answer answer = post("/decrypt/" + name, Map.of("ciphertext", ciphertext));
        // a missing key is told by the same status as a malformed request
        if (answer.status() == BAD_REQUEST && !exists(name)) {
            return Optional.empty();
        }
        return Optional.of(
                Base64.getDecoder().decode(text(answer, "plaintext").orElseThrow(() -> refused("decrypt", answer))));
    }

    boolean exists(String name) {
        Answer answer = get("/keys/" + name);
        return switch (answer.status()) {
            case OK -> true;
            case NOT_FOUND -> false;
            default -> throw refused("read", answer);
        };
    }

    /** The names of all keys. */
    List<String> names() {
        Answer answer = get("/keys?list=true");
        return switch (answer.status()) {
            case OK -> {
                List<String> names = new ArrayList<>();
                answer.data().path("keys").forEach(name -> names.add(name.asText()));
                yield names;
            }
            // there is none
            case NOT_FOUND -> List.of();
            default -> throw refused("list", answer);
        };
    }

    /** Deletes a key with all that it encrypted; when it returns, the engine has said that it is gone. */
    void delete(String name) {
        if (!exists(name)) {
            return;
        }
        expectDone(post("/keys/" + name + "/config", Map.of("deletion_allowed", true)), "allow deletion of");
        expectDone(send(request("/keys/" + name).DELETE()), "delete");
        if (exists(name)) {
            throw new KeyStoreException("the transit engine still has a key that it deleted");
        }
    }

    private Answer get(String path) {
        return send(request(path).GET());
    }

    private Answer post(String path, Map<String, Object> body) {
        try {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HttpRequest.Builder request(String path) {
        try {
            return HttpRequest.newBuilder(URI.create(mount + path))
                    .timeout(timeout)
                    .header("X-Vault-Token", Files.readString(tokenFile).strip())
                    // agents in between refuse requests without it
                    .header("X-Vault-Request", "true");
        } catch (IOException unreadable) {
            throw new KeyStoreException("the token of the transit engine cannot be read", unreadable);
        }
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            JsonNode body = response.body().length == 0
                    ? JsonNodeFactory.instance.objectNode()
                    : json.readTree(response.body());
            return new Answer(response.statusCode(), body.path("data"));
        } catch (JsonProcessingException malformed) {
            // the cause would repeat the answer, in which keys may be
            throw new KeyStoreException("the transit engine answered with something that is no JSON");
        } catch (IOException unreachable) {
            throw new KeyStoreException("the transit engine does not answer", unreachable);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new KeyStoreException("stopped while the transit engine was asked", stopping);
        }
    }

    private static Optional<String> text(Answer answer, String field) {
        return answer.status() == OK
                ? Optional.ofNullable(answer.data().path(field).textValue())
                : Optional.empty();
    }

    private static void expectDone(Answer answer, String action) {
        if (answer.status() != OK && answer.status() != NO_CONTENT) {
            throw refused(action, answer);
        }
    }

    private static KeyStoreException refused(String action, Answer answer) {
        return new KeyStoreException(
                "the transit engine answered " + answer.status() + " when asked to " + action + " a key");
    }
}
