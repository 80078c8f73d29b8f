package cl.observatory.reports.custody;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Answers as the transit engine of HashiCorp Vault and OpenBao is documented to: paths, fields, statuses and the conditions
 * of deletion. Its keys encrypt, and are gone when they are deleted.
 */
final class TransitServer implements AutoCloseable {

    private static final String KEYS = "/v1/transit/keys/";
    private static final String CIPHERTEXT = "vault:v1:";
    private static final int NONCE = 12;

    private final ObjectMapper json = new ObjectMapper();
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Key> keys = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /** What stands in the token that is good. */
    private volatile String token = "s.first";

    /** Whether it is not unsealed, and so answers nothing. */
    private volatile boolean sealed;

    /** Whether it only says that it deletes. */
    private volatile boolean forgetful = true;

    private record Key(SecretKeySpec secret, boolean deletionAllowed) {}

    private record Answer(int status, Object body) {

        static final Answer DONE = new Answer(204, null);

        static Answer of(Map<String, Object> data) {
            return new Answer(200, Map.of("request_id", "8375227a", "lease_id", "", "data", data));
        }

        static Answer error(int status, String... errors) {
            return new Answer(status, Map.of("errors", errors));
        }
    }

    private TransitServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    static TransitServer start() throws IOException {
        return new TransitServer();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void expect(String otherToken) {
        token = otherToken;
    }

    void seal() {
        sealed = true;
    }

    void pretendToDelete() {
        forgetful = false;
    }

    boolean has(String key) {
        return keys.containsKey(key);
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String question = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            asked.add(question);
            Answer answer = answer(exchange, question);
            byte[] body = answer.body() == null ? new byte[0] : json.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange, String question) throws IOException {
        if (sealed) {
            return Answer.error(503, "Vault is sealed");
        }
        if (!token.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
            return Answer.error(403, "permission denied");
        }
        byte[] sent = exchange.getRequestBody().readAllBytes();
        JsonNode body = sent.length == 0 ? json.createObjectNode() : json.readTree(sent);
        String path = exchange.getRequestURI().getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (question.equals("GET /v1/transit/keys?list=true")) {
            return keys.isEmpty() ? Answer.error(404) : Answer.of(Map.of("keys", keys.keySet()));
        }
        return switch (exchange.getRequestMethod() + " " + path.replace(name, ":name")) {
            case "GET " + KEYS + ":name" -> read(name);
            case "POST " + KEYS + ":name" -> create(name, body);
            case "DELETE " + KEYS + ":name" -> delete(name);
            case "POST /v1/transit/encrypt/:name" -> encrypt(name, body);
            case "POST /v1/transit/decrypt/:name" -> decrypt(name, body);
            default -> path.endsWith("/config") ? configure(path.split("/", -1)[4], body) : Answer.error(404);
        };
    }

    private Answer read(String name) {
        Key key = keys.get(name);
        return key == null
                ? Answer.error(404)
                : Answer.of(Map.of("name", name, "type", "aes256-gcm96", "deletion_allowed", key.deletionAllowed()));
    }

    private Answer create(String name, JsonNode body) {
        if (!body.path("type").asText("aes256-gcm96").equals("aes256-gcm96")) {
            return Answer.error(400, "unknown key type");
        }
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        keys.putIfAbsent(name, new Key(new SecretKeySpec(secret, "AES"), false));
        return read(name);
    }

    private Answer configure(String name, JsonNode body) {
        Key key = keys.get(name);
        if (key == null) {
            return Answer.error(400, "no existing key named " + name + " could be found");
        }
        keys.put(name, new Key(key.secret(), body.path("deletion_allowed").asBoolean(key.deletionAllowed())));
        return read(name);
    }

    private Answer delete(String name) {
        Key key = keys.get(name);
        if (key == null) {
            return Answer.error(400, "error deleting policy " + name + ": could not delete key; not found");
        }
        if (!key.deletionAllowed()) {
            return Answer.error(400, "error deleting policy " + name + ": deletion is not allowed for this key");
        }
        if (forgetful) {
            keys.remove(name);
        }
        return Answer.DONE;
    }

    private Answer encrypt(String name, JsonNode body) throws IOException {
        Key key = keys.get(name);
        if (key == null) {
            return Answer.error(400, "encryption key not found");
        }
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] encrypted =
                crypt(Cipher.ENCRYPT_MODE, key, nonce, body.path("plaintext").binaryValue());
        byte[] whole = Arrays.copyOf(nonce, NONCE + encrypted.length);
        System.arraycopy(encrypted, 0, whole, NONCE, encrypted.length);
        return Answer.of(Map.of("ciphertext", CIPHERTEXT + Base64.getEncoder().encodeToString(whole)));
    }

    private Answer decrypt(String name, JsonNode body) {
        Key key = keys.get(name);
        if (key == null) {
            return Answer.error(400, "encryption key not found");
        }
        String ciphertext = body.path("ciphertext").asText();
        if (!ciphertext.startsWith(CIPHERTEXT)) {
            return Answer.error(400, "invalid ciphertext: no prefix");
        }
        byte[] whole = Base64.getDecoder().decode(ciphertext.substring(CIPHERTEXT.length()));
        try {
            byte[] plain = crypt(
                    Cipher.DECRYPT_MODE,
                    key,
                    Arrays.copyOf(whole, NONCE),
                    Arrays.copyOfRange(whole, NONCE, whole.length));
            return Answer.of(Map.of("plaintext", Base64.getEncoder().encodeToString(plain)));
        } catch (IllegalArgumentException unauthentic) {
            return Answer.error(400, "cipher: message authentication failed");
        }
    }

    private static byte[] crypt(int mode, Key key, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key.secret(), new GCMParameterSpec(128, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException failed) {
            throw new IllegalArgumentException(failed);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
