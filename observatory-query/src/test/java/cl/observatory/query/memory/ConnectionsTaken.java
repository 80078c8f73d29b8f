package cl.observatory.query.memory;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes who takes a connection to the database, by the name of the thread. */
@Singleton
public class ConnectionsTaken implements AgroalPoolInterceptor {

    /** Looks again and again whether there is something to send. */
    private static final String SENDER = "outbox";

    private final List<String> takers = new CopyOnWriteArrayList<>();

    @Override
    public void onConnectionAcquire(Connection connection) {
        String taker = Thread.currentThread().getName();
        if (!taker.equals(SENDER)) {
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
