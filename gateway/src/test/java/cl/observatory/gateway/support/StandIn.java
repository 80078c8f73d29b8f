package cl.observatory.gateway.support;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.ConfigProvider;

/** A service that does as the test says, and remembers what it saw. Without further orders it answers 200 with a short text. */
public final class StandIn implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, Handler<HttpServerRequest>> answers = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final int port;

    private StandIn(int port) {
        this.port = port;
        this.server = vertx.createHttpServer(new HttpServerOptions()
                        .setHandle100ContinueAutomatically(true)
                        // As much as the gateway lets through.
                        .setMaxInitialLineLength(16_384))
                .requestHandler(this::handle);
    }

    /**
     * @param name a backend of {@link GatewayStack}
     */
    public static StandIn of(String name) {
        URI url = ConfigProvider.getConfig().getValue("gateway.backends." + name + ".url", URI.class);
        StandIn standIn = new StandIn(url.getPort());
        try {
            standIn.server
                    .listen(url.getPort(), url.getHost())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
        return standIn;
    }

    /** From now on, requests to this path are answered so. */
    public StandIn on(String path, Handler<HttpServerRequest> answer) {
        answers.put(path, answer);
        return this;
    }

    /** Forgets what was seen and ordered. */
    public void clear() {
        seen.clear();
        answers.clear();
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** The one request that was seen; a test that sees more has found something. */
    public Seen only() {
        if (seen.size() != 1) {
            throw new AssertionError("one request expected, seen: " + seen);
        }
        return seen.getFirst();
    }

    public int port() {
        return port;
    }

    public Vertx vertx() {
        return vertx;
    }

    private void handle(HttpServerRequest request) {
        Seen one = new Seen(request);
        seen.add(one);
        answers.getOrDefault(request.path(), StandIn::answer).handle(request);
    }

    private static void answer(HttpServerRequest request) {
        String text = "seen " + request.uri();
        // The length also for HEAD, for which Vert.x gives none by itself.
        request.response().putHeader("Content-Length", Integer.toString(text.length()));
        request.end().onSuccess(end -> request.response().end(text));
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
