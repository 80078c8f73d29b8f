package cl.observatory.gateway.staff;

import cl.observatory.gateway.support.KeyPairs;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;

/** A provider with keys that a test adds, which counts how often it is asked for them. */
final class StaffIssuer implements AutoCloseable {

    static final String NAME = "https://sso.gob.example";
    static final String AUDIENCE = "observatory";

    private final HttpServer server;
    private final List<JsonWebKey> published = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int status = 200;

    StaffIssuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", this::answer);
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", keysAt().toString());
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    URI keysAt() {
        return at("/keys");
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    int asked() {
        return asked.get();
    }

    void answerWith(int other) {
        status = other;
    }

    KeyPair publish(String name) {
        KeyPair pair = KeyPairs.p256();
        try {
            JsonWebKey key = JsonWebKey.Factory.newJwk(pair.getPublic());
            key.setKeyId(name);
            published.add(key);
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
        return pair;
    }

    /** The claims of a good token. */
    static JwtClaimsBuilder claims(Instant now) {
        return Jwt.issuer(NAME).audience(AUDIENCE).subject("f3a1").issuedAt(now).expiresAt(now.plusSeconds(300));
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        List<String> keys = new ArrayList<>();
        published.forEach(key -> keys.add(key.toJson()));
        byte[] body = ("{\"keys\":[" + String.join(",", keys) + "]}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
