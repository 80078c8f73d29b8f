package cl.observatory.gateway.exchange;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Connections that were answered before the whole body had come. What still arrives on them is read into nothing for a
 * moment, since a connection that is closed under arriving data is reset, and the reset can overtake the answer. Whatever
 * follows the body is not a request any more.
 */
@ApplicationScoped
class ClosingConnections {

    private static final Duration LINGERING = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final Set<HttpConnection> closing = ConcurrentHashMap.newKeySet();

    ClosingConnections(Vertx vertx) {
        this.vertx = vertx;
    }

    void add(HttpConnection connection) {
        closing.add(connection);
        vertx.setTimer(LINGERING.toMillis(), timer -> {
            connection.close();
            closing.remove(connection);
        });
    }

    boolean contains(HttpConnection connection) {
        return !closing.isEmpty() && closing.contains(connection);
    }
}
