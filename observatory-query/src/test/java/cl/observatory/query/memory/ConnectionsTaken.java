package cl.observatory.query.memory;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes who takes a connection to the database, by the name of the thread. */
@Singleton
public class ConnectionsTaken implements AgroalPoolInterceptor {

    /** Threads that look again and again whether there is something to do, whoever asks what. */
    private static final Set<String> BACKGROUND = Set.of("outbox", "topic-renewal", "alerts", "changes");

    private final List<String> takers = new CopyOnWriteArrayList<>();

    @Override
    public void onConnectionAcquire(Connection connection) {
        String taker = Thread.currentThread().getName();
        if (!BACKGROUND.contains(taker)) {
            takers.add(taker);
        }
    }

    void forget() {
        takers.clear();
    }

    List<String> takers() {
        return takers;
    }
}
